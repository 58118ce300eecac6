package dev.lungo.loss;

import dev.lungo.graph.Graph;
import java.util.Optional;

/** What training makes small. */
public sealed interface Loss permits SparseCategoricalCrossentropy {
    /**
     * Why a model with this graph cannot be trained with this loss, and what to change; nothing
     * when it can.
     */
    Optional<String> misfit(Graph graph);
}
