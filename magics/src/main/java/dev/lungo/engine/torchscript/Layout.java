package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.tensor.Shape;

/** Where the channels of a picture stand: last in Keras and in our graphs, first in torch. */
final class Layout {
    private Layout() {}

    /** Channels last, as a view; what is no picture stays as it is. */
    static String asInKeras(String value, Shape shape) {
        return shape.rank() == 3 ? torch("permute", value, "[0, 2, 3, 1]") : value;
    }

    /** Channels first, as a view; what is no picture stays as it is. */
    static String asInTorch(String value, Shape shape) {
        return shape.rank() == 3 ? torch("permute", value, "[0, 3, 1, 2]") : value;
    }
}
