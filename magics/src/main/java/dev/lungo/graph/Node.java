package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * One operation in its place in a graph.
 *
 * @param id its position in {@link Graph#nodes}
 * @param operation what it does
 * @param inputs the ids of the nodes it reads
 * @param shape what it gives for one example
 * @param layer the name of the layer it belongs to
 */
public record Node(int id, Operation operation, List<Integer> inputs, Shape shape, String layer) {
    public Node {
        inputs = List.copyOf(inputs);
    }
}
