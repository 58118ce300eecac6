package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of a model as the user wrote it. */
public interface Layer {
    /** The Keras word for this layer in Java case, for example {@code conv2d}. */
    String kind();

    /**
     * How it is named in tables: the kind and what tells it from others of its kind, for example
     * {@code conv2d 32}.
     */
    String label();

    /**
     * Why this layer cannot take {@code input}, or nothing when it can; {@code above} are the
     * layers before it.
     */
    Optional<Misfit> misfit(Shape input, List<Layer> above);

    /** Adds this layer's operations, reading {@code input}, and returns the last of them. */
    Node build(GraphBuilder graph, Node input);

    /** The name that the user gave it, if any; else it is counted: conv2d, conv2d_1. */
    default Optional<String> name() {
        return Optional.empty();
    }

    /** Whether training leaves its weights alone. */
    default boolean isFrozen() {
        return false;
    }

    /** A copy with a name of its own, by which tables and weights know it. */
    default Layer named(String name) {
        return new Named(this, Arguments.name(name));
    }

    /** A copy whose weights training leaves alone. */
    default Layer frozen() {
        return new Frozen(this);
    }

    /**
     * What this layer makes of a branch, for models that are not one line: {@code
     * dense(64).relu().of(x)}.
     *
     * @param input what it reads
     * @param more what it reads beside, where it can read several
     * @throws ShapeException if it cannot take them
     */
    default Branch of(Branch input, Branch... more) {
        List<Branch> inputs = new ArrayList<>(List.of(input));
        inputs.addAll(List.of(more));
        return Applied.of(this, inputs);
    }
}
