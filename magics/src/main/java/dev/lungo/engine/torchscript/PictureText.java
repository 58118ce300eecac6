package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Operation;
import java.util.List;

/** Operations on pictures, which are channels first in torch and channels last in memory. */
final class PictureText {
    private PictureText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(Operation.Conv2d.class, PictureText::conv2d);
        writers.add(Operation.MaxPool2d.class, PictureText::maxPool2d);
        writers.add(Operation.Flatten.class, PictureText::flatten);
    }

    private static String conv2d(Operation.Conv2d conv, Place at) {
        int before = conv.before();
        int after = conv.after();
        boolean centred = before == after;
        String padded =
                centred
                        ? at.x()
                        : torch("constant_pad_nd", at.x(), List.of(before, after, before, after));
        int padding = centred ? before : 0;
        return torch(
                "conv2d",
                padded,
                at.weight(conv.kernel()),
                at.weight(conv.bias()),
                "[1, 1]",
                List.of(padding, padding),
                "[1, 1]",
                1);
    }

    private static String maxPool2d(Operation.MaxPool2d pool, Place at) {
        List<Integer> window = List.of(pool.size(), pool.size());
        return torch("max_pool2d", at.x(), window, window, "[0, 0]", "[1, 1]", "False");
    }

    private static String flatten(Operation.Flatten flatten, Place at) {
        String picture =
                at.from().shape().rank() == 3 ? torch("permute", at.x(), "[0, 2, 3, 1]") : at.x();
        return torch("reshape", picture, "[-1, " + at.node().shape().elements() + "]");
    }
}
