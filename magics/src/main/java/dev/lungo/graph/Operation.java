package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One step of a model, with its weights. Pictures are height x width x channels.
 *
 * <p>These belong to every kind of model; {@link PictureOperation}, {@link SequenceOperation} and
 * {@link NormOperation} hold the others.
 */
public interface Operation {
    /**
     * How many multiplications it costs for one example.
     *
     * @param taken the shape that it reads
     * @param given the shape that it gives
     */
    default long multiplications(Shape taken, Shape given) {
        return 0;
    }

    /** Whether each step of a sequence stays in its place, so that a mask of it still holds. */
    default boolean keepsSteps() {
        return false;
    }

    /** The examples of a batch, as numbers. */
    record Input() implements Operation {}

    /** A picture as one row: row by row, all channels of a pixel together, as in Keras. */
    record Flatten() implements Operation {}

    /** The same values in another shape, in the order in which Keras has them. */
    record Reshape() implements Operation {}

    /** The axes in another order, counted from 1 as in Keras. */
    record Permute(List<Integer> axes) implements Operation {}

    /**
     * Weighted sums of the last axis.
     *
     * @param kernel outputs, inputs
     * @param bias one number for each output, if any
     */
    record Linear(Weight kernel, Optional<Weight> bias) implements Operation {
        @Override
        public boolean keepsSteps() {
            return true;
        }

        @Override
        public long multiplications(Shape taken, Shape given) {
            return (long) given.elements() * kernel.sizes().get(1);
        }
    }

    /** Sets this share of the values to zero while training, and scales the others up. */
    record Dropout(double rate) implements Operation {
        @Override
        public boolean keepsSteps() {
            return true;
        }
    }

    /** Sets whole channels to zero while training, and scales the others up. */
    record ChannelDropout(double rate) implements Operation {
        @Override
        public boolean keepsSteps() {
            return true;
        }
    }

    /** A function of each value, or of all channels for softmax. */
    record Activate(Activation function) implements Operation {
        @Override
        public boolean keepsSteps() {
            return true;
        }
    }

    /**
     * Values where positive, else values times slopes that are learned.
     *
     * @param slopes one for each value, one for each channel, or a single one
     */
    record LearnedRelu(Weight slopes) implements Operation {
        @Override
        public boolean keepsSteps() {
            return true;
        }
    }

    /** Makes one value of several: side by side along the last axis, or number by number. */
    record Merge(How how) implements Operation {
        @Override
        public boolean keepsSteps() {
            return true;
        }

        /** The ways. */
        public enum How {
            /** Side by side along the last axis. */
            CONCATENATE,
            /** The sum. */
            ADD,
            /** The product. */
            MULTIPLY,
            /** The first without the second. */
            SUBTRACT,
            /** The mean. */
            AVERAGE,
            /** The largest. */
            MAXIMUM,
            /** The smallest. */
            MINIMUM
        }
    }
}
