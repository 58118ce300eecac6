package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/** A number that is followed during training, but not trained on. */
public interface Metric {
    /** The name under which values are kept, as in Keras: {@code accuracy}. */
    String name();

    /** Begins to measure: an epoch, or a test. */
    Tally begin();

    /**
     * The same of one output of a model that has several: {@code accuracy().on("gender")}.
     *
     * @param output the name of the layer that gives it
     */
    default Metric on(String output) {
        return new OnOutput(output, this);
    }

    /** The output that this is measured on, where the user chose one. */
    default Optional<String> output() {
        return Optional.empty();
    }

    /**
     * Why this cannot be measured on these targets, and what to use instead; nothing when it can.
     *
     * @param kind how the model's outputs are to be read
     * @param width how many numbers they have for each example
     */
    default Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Optional.empty();
    }
}
