package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * Fixed numbers in a model: a tensor that a user's lambda brought along.
 *
 * @param values row by row
 * @param shape all axes; there is no batch
 */
public record Constant(List<Float> values, Shape shape) implements Operation {
    public Constant {
        values = List.copyOf(values);
    }
}
