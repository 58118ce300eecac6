package dev.lungo.engine;

import dev.lungo.data.Transform;
import dev.lungo.graph.Graph;
import java.util.List;
import java.util.Optional;

/**
 * What an engine is asked to make.
 *
 * @param graph the model
 * @param transforms what raw inputs become before the model sees them, for each input
 * @param objective how it is trained; none for a model that only predicts
 */
public record Program(Graph graph, List<Transform> transforms, Optional<Objective> objective) {
    public Program {
        transforms = List.copyOf(transforms);
    }

    /** Of a model with one input. */
    public Program(Graph graph, Transform transform, Optional<Objective> objective) {
        this(graph, List.of(transform), objective);
    }
}
