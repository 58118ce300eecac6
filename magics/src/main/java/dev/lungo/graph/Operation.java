package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.Optional;

/** One step of a model, with its weights. Pictures are height x width x channels. */
public interface Operation {
    /** How many multiplications it costs to give {@code shape} for one example. */
    default long multiplications(Shape shape) {
        return 0;
    }

    /** The examples of a batch, as numbers. */
    record Input() implements Operation {}

    /**
     * Slides filters over a picture.
     *
     * @param kernel filters, input channels of a group, height, width
     * @param bias one number for each filter, if any
     * @param stride how far a filter moves at a time
     * @param dilation the distance between the values a filter reads
     * @param edges zeros added around the picture
     * @param groups into how many groups the channels are cut, each with filters of its own
     */
    record Conv2d(
            Weight kernel,
            Optional<Weight> bias,
            Window stride,
            Window dilation,
            Edges edges,
            int groups)
            implements Operation {
        @Override
        public long multiplications(Shape shape) {
            return (long) shape.size(0) * shape.size(1) * kernel.elements();
        }
    }

    /** The largest value of each window; {@code edges} never are the largest. */
    record MaxPool2d(Window size, Window stride, Edges edges) implements Operation {}

    /** The mean of each window, of the values inside the picture alone. */
    record AvgPool2d(Window size, Window stride, Edges edges) implements Operation {}

    /** A picture as one row: row by row, all channels of a pixel together, as in Keras. */
    record Flatten() implements Operation {}

    /**
     * Weighted sums of the last axis.
     *
     * @param kernel outputs, inputs
     * @param bias one number for each output, if any
     */
    record Linear(Weight kernel, Optional<Weight> bias) implements Operation {
        @Override
        public long multiplications(Shape shape) {
            return (long) shape.elements() * kernel.sizes().get(1);
        }
    }

    /** Sets this share of the values to zero while training, and scales the others up. */
    record Dropout(double rate) implements Operation {}

    /** A function of each value, or of all channels for softmax. */
    record Activate(Activation function) implements Operation {}
}
