package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.Optional;

/** Operations on sequences, which are steps x features. */
public interface SequenceOperation extends Operation {
    /**
     * Slides filters along a sequence.
     *
     * @param kernel filters, input features of a group, width
     * @param bias one number for each filter, if any
     * @param stride how far a filter moves at a time
     * @param dilation the distance between the steps a filter reads
     * @param before zeros before the first step
     * @param after zeros after the last step
     * @param groups into how many groups the features are cut
     */
    record Conv1d(
            Weight kernel,
            Optional<Weight> bias,
            int stride,
            int dilation,
            int before,
            int after,
            int groups)
            implements SequenceOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return (long) given.size(0) * kernel.elements();
        }
    }

    /**
     * Spreads each step over a window of filters: the transpose of a convolution.
     *
     * @param kernel input features, filters, width
     * @param bias one number for each filter, if any
     * @param stride how far the window moves for each step
     * @param before steps that are cut off at the start
     * @param after steps that are cut off at the end; added where negative
     */
    record Conv1dTranspose(Weight kernel, Optional<Weight> bias, int stride, int before, int after)
            implements SequenceOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return (long) taken.size(0) * kernel.elements();
        }
    }

    /** The largest value of each window of steps; what is added never is the largest. */
    record MaxPool1d(int size, int stride, int before, int after) implements SequenceOperation {}

    /** The mean of each window of steps, of the values inside the sequence alone. */
    record AvgPool1d(int size, int stride, int before, int after) implements SequenceOperation {}

    /** 1 for each number that is not 0: the steps that are not there to fill up a sequence. */
    record NotZero() implements SequenceOperation {}

    /** The steps for which a mask has 1, in their order, before the others; reads both. */
    record StepsFirst() implements SequenceOperation {}

    /**
     * What was computed of {@link StepsFirst} back in its places; reads it and the mask. A step for
     * which the mask has 0 gets what the one before it has, and zeros where there is none.
     *
     * @param last whether to give the last step alone
     */
    record StepsBack(boolean last) implements SequenceOperation {}

    /** The mean over the steps for which a mask has 1; reads both. */
    record MaskedMean() implements SequenceOperation {}

    /** The mean or the largest value over all steps: a row with one number a feature. */
    record GlobalPool1d(boolean largest) implements SequenceOperation {}

    /**
     * A row of a table for each number.
     *
     * @param table words, features
     */
    record Embedding(Weight table) implements SequenceOperation {}

    /**
     * The same rows added to every example.
     *
     * @param rows steps, features
     */
    record AddRows(Weight rows) implements SequenceOperation {
        @Override
        public boolean keepsSteps() {
            return true;
        }
    }

    /** The steps from the last to the first. */
    record Reverse() implements SequenceOperation {}

    /**
     * Long short-term memory; gates in Keras' order: input, forget, cell, output. Reads a sequence,
     * and then perhaps the state that it begins with: 2 x units.
     *
     * @param kernel 4 x units, features
     * @param recurrent 4 x units, units
     * @param bias 4 x units, or two of them as in PyTorch, if any
     * @param gives what it gives of what it remembers
     */
    record Lstm(Weight kernel, Weight recurrent, Optional<Weight> bias, Gives gives)
            implements SequenceOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return taken.size(0) * ((long) kernel.elements() + recurrent.elements());
        }
    }

    /**
     * Gated recurrent units; gates in Keras' order: update, reset, new. Reads a sequence, and then
     * perhaps the state that it begins with.
     *
     * @param kernel 3 x units, features
     * @param recurrent 3 x units, units
     * @param bias 2, 3 x units: added to the input's sums, and to the recurrent ones, if any
     * @param gives what it gives of what it remembers
     */
    record Gru(Weight kernel, Weight recurrent, Optional<Weight> bias, Gives gives)
            implements SequenceOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return taken.size(0) * ((long) kernel.elements() + recurrent.elements());
        }
    }

    /**
     * The hyperbolic tangent of weighted sums of what is read and of what was given before. Reads a
     * sequence, and then perhaps the state that it begins with.
     *
     * @param kernel units, features
     * @param recurrent units, units
     * @param bias units, or two of them as in PyTorch, if any
     * @param gives what it gives of what it remembers
     */
    record SimpleRnn(Weight kernel, Weight recurrent, Optional<Weight> bias, Gives gives)
            implements SequenceOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return taken.size(0) * ((long) kernel.elements() + recurrent.elements());
        }
    }

    /**
     * What each step of the queries finds in the values, by their keys; reads queries, keys and
     * values, and then perhaps a mask with 1 for each step to look at and 0 for the others.
     *
     * @param heads into how many parts the features are cut
     * @param dropout the share of connections dropped while training
     * @param causal whether no step looks at later ones
     */
    record Attention(int heads, double dropout, boolean causal) implements SequenceOperation {
        @Override
        public boolean keepsSteps() {
            return true;
        }

        @Override
        public long multiplications(Shape taken, Shape given) {
            return 2L * taken.size(0) * given.elements();
        }
    }
}
