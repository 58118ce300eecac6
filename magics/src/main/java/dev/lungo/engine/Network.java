package dev.lungo.engine;

import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import java.util.List;
import java.util.Map;

/**
 * A model inside an engine, with its weights and the optimizer's state.
 *
 * <p>Where a model has several outputs, a row is one of each put together.
 *
 * <p>Used by one thread at a time. After each call the weights are those of a finished step.
 */
public interface Network extends AutoCloseable {
    /** Examples inside the engine, to be released after use. */
    interface Examples extends AutoCloseable {
        @Override
        void close();
    }

    /** Begins the engine's random numbers anew, from which dropout draws. */
    void seed(long seed);

    /** Computes with this many threads from now on, in calls from the current thread. */
    default void threads(int count) {
        threads(count, false);
    }

    /**
     * Computes with this many threads from now on, in calls from the current thread.
     *
     * @param awake whether they stay awake while they wait for each other: faster on a machine that
     *     does nothing else, many times slower on others
     */
    void threads(int count, boolean awake);

    /** Copies examples into the engine as they are. */
    default Examples place(Values inputs, Targets targets) {
        return place(inputs, targets, new float[0]);
    }

    /**
     * Copies examples into the engine as they are.
     *
     * @param weights what each example's loss is multiplied with in training; empty for 1
     */
    Examples place(Values inputs, Targets targets, float[] weights);

    /**
     * Trains on some examples, a step for each batch of them.
     *
     * @param rows the examples to see, in this order
     * @param batchSize how many examples a step sees; the last batch may be smaller
     * @param rates the learning rate of each step
     * @param tell whether to return the outputs as well
     */
    Steps train(Examples examples, int[] rows, int batchSize, double[] rates, boolean tell);

    /** Outputs and losses of examples {@code from} (inclusive) to {@code to} (exclusive). */
    Answers evaluate(Examples examples, int from, int to);

    /** What the model gives for examples {@code from} to {@code to}: one row after the other. */
    float[] predict(Examples examples, int from, int to);

    /** What the model gives for these inputs, which are few enough for one call. */
    float[] predict(Values inputs);

    /**
     * What the model gives for these inputs, as it sees them; gradients flow back to its weights.
     *
     * @param inputs one for each input of the model
     * @param examples how many there are
     * @param learning whether dropout drops and moving values move, as in training
     */
    List<Held> apply(List<Held> inputs, int examples, boolean learning);

    /**
     * One step of the optimizer, by which this number becomes smaller.
     *
     * @param loss computed from what {@link #apply} gave since the last step
     * @param rate the learning rate
     */
    void step(Held loss, double rate);

    /** The weights by name, copied out of the engine. */
    Map<String, float[]> weights();

    /** What the optimizer keeps between steps, by name, copied out of the engine. */
    Map<String, float[]> state();

    @Override
    void close();

    /**
     * What came out of the batches of one call.
     *
     * @param loss the loss, summed over examples
     * @param parts the loss of each output likewise, where a model has several; else empty
     * @param outputs what the loss was computed from, before each step: a row for each example in
     *     their order, and before a final softmax or sigmoid that the loss applies itself; empty if
     *     not asked for
     */
    record Steps(double loss, double[] parts, float[] outputs) {
        /** Of a model with one output. */
        public Steps(double loss, float[] outputs) {
            this(loss, new double[0], outputs);
        }
    }

    /**
     * What came out for some examples.
     *
     * @param outputs the model's outputs, one row after the other
     * @param losses one loss for each example
     * @param parts for each output one loss for each example, where a model has several; else empty
     */
    record Answers(float[] outputs, float[] losses, List<float[]> parts) {
        /** Of a model with one output. */
        public Answers(float[] outputs, float[] losses) {
            this(outputs, losses, List.of());
        }
    }
}
