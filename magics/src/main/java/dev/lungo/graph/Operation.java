package dev.lungo.graph;

/** One step of a model, with its weights. Pictures are height x width x channels. */
public interface Operation {
    /** The examples of a batch, as numbers. */
    record Input() implements Operation {}

    /**
     * Slides filters over a picture, stride 1.
     *
     * @param kernel filters, input channels, height, width
     * @param bias one number for each filter
     * @param before rows and columns of zeros added above and to the left
     * @param after rows and columns of zeros added below and to the right
     */
    record Conv2d(Weight kernel, Weight bias, int before, int after) implements Operation {}

    /**
     * The largest value of each {@code size} x {@code size} window, without overlap; what is left
     * at the edge is dropped.
     */
    record MaxPool2d(int size) implements Operation {}

    /** A picture as one row: row by row, all channels of a pixel together, as in Keras. */
    record Flatten() implements Operation {}

    /**
     * Weighted sums of a row.
     *
     * @param kernel outputs, inputs
     * @param bias one number for each output
     */
    record Linear(Weight kernel, Weight bias) implements Operation {}

    /** Sets this share of the values to zero while training, and scales the others up. */
    record Dropout(double rate) implements Operation {}

    /** A function of each value, or of a whole row for softmax. */
    record Activate(Activation function) implements Operation {}
}
