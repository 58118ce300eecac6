package dev.lungo.tensor;

import dev.lungo.engine.Held;
import dev.lungo.graph.Node;

/** Where a tensor's values are. */
sealed interface Content {
    /** In Java, row by row: what was made from numbers and not computed with yet. */
    record InJava(float[] values) implements Content {}

    /** Inside the engine. */
    record InEngine(Held held) implements Content {}

    /** Nowhere yet: a step of a model that is being written down. */
    record InModel(Trace trace, Node node) implements Content {}
}
