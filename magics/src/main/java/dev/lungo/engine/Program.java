package dev.lungo.engine;

import dev.lungo.data.Transform;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * What an engine is asked to make.
 *
 * @param graph the model
 * @param transform what raw inputs become before the model sees them
 * @param objective how it is trained; none for a model that only predicts
 */
public record Program(Graph graph, Transform transform, Optional<Objective> objective) {}
