package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.Optional;

/** Operations on pictures, which are height x width x channels. */
public interface PictureOperation extends Operation {
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
            implements PictureOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return (long) given.size(0) * given.size(1) * kernel.elements();
        }
    }

    /**
     * Spreads each value of a picture over a window of filters: the transpose of a convolution.
     *
     * @param kernel input channels, filters, height, width
     * @param bias one number for each filter, if any
     * @param stride how far the window moves for each value
     * @param edges rows and columns that are cut off from what comes out; added where negative
     */
    record Conv2dTranspose(Weight kernel, Optional<Weight> bias, Window stride, Edges edges)
            implements PictureOperation {
        @Override
        public long multiplications(Shape taken, Shape given) {
            return (long) taken.size(0) * taken.size(1) * kernel.elements();
        }
    }

    /** The largest value of each window; {@code edges} never are the largest. */
    record MaxPool2d(Window size, Window stride, Edges edges) implements PictureOperation {}

    /** The mean of each window, of the values inside the picture alone. */
    record AvgPool2d(Window size, Window stride, Edges edges) implements PictureOperation {}

    /** The mean or the largest value of each channel: a row with one number a channel. */
    record GlobalPool2d(boolean largest) implements PictureOperation {}

    /** Repeats rows and columns, or draws lines between their centres. */
    record UpSampling2d(boolean bilinear) implements PictureOperation {}

    /** Adds zeros around a picture. */
    record ZeroPadding2d(Edges edges) implements PictureOperation {}
}
