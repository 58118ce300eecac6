package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/** What training makes small. */
public interface Loss {
    /**
     * Why a model with this graph cannot be trained with this loss, and what to change; nothing
     * when it can.
     */
    Optional<String> misfit(Graph graph);

    /**
     * Why these targets do not fit this loss on this model, and what to change; nothing when they
     * do.
     */
    Optional<Misfit> misfit(Graph graph, Targets targets);

    /**
     * What makes probabilities of the numbers this loss is computed from; nothing if it takes the
     * model's outputs as they are.
     *
     * <p>A model that ends with this function is trained on the values before it, where the
     * logarithm of a probability close to 0 is exact.
     */
    default Optional<Activation> link(Graph graph) {
        return Optional.empty();
    }

    /** The same loss for these targets, where it computes differently with others. */
    default Loss comparedWith(Graph graph, Targets targets) {
        return this;
    }

    /** What is likely to be a mistake in a model with this graph, though it can be trained. */
    default Optional<String> warning(Graph graph) {
        return Optional.empty();
    }
}
