package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Edges;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Window;
import java.util.List;

/** Operations on pictures, which are channels first in torch and channels last in memory. */
final class PictureText {
    private PictureText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(Operation.Conv2d.class, PictureText::conv2d);
        writers.add(Operation.MaxPool2d.class, PictureText::maxPool2d);
        writers.add(Operation.AvgPool2d.class, PictureText::avgPool2d);
        writers.add(Operation.Flatten.class, PictureText::flatten);
    }

    private static String conv2d(Operation.Conv2d conv, Place at) {
        boolean centred = conv.edges().centred();
        return torch(
                "conv2d",
                centred ? at.x() : padded(at.x(), conv.edges(), ""),
                at.weight(conv.kernel()),
                at.weight(conv.bias()),
                pair(conv.stride()),
                centred ? sides(conv.edges()) : "[0, 0]",
                pair(conv.dilation()),
                conv.groups());
    }

    private static String maxPool2d(Operation.MaxPool2d pool, Place at) {
        String x = at.x();
        if (!pool.edges().equals(Edges.NONE)) {
            x = padded(x, pool.edges(), ", -inf");
        }
        return torch(
                "max_pool2d", x, pair(pool.size()), pair(pool.stride()), "[0, 0]", "[1, 1]", false);
    }

    /** Where zeros were added, the mean is divided by the share of the window that is not added. */
    private static String avgPool2d(Operation.AvgPool2d pool, Place at) {
        if (pool.edges().equals(Edges.NONE)) {
            return averages(pool, at.x());
        }
        String ones = torch("ones_like", torch("narrow", at.x(), 0, 0, 1));
        return torch(
                "div",
                averages(pool, padded(at.x(), pool.edges(), "")),
                averages(pool, padded(ones, pool.edges(), "")));
    }

    private static String averages(Operation.AvgPool2d pool, String x) {
        return torch("avg_pool2d", x, pair(pool.size()), pair(pool.stride()));
    }

    private static String flatten(Operation.Flatten flatten, Place at) {
        String picture =
                at.from().shape().rank() == 3 ? torch("permute", at.x(), "[0, 2, 3, 1]") : at.x();
        return torch("reshape", picture, "[-1, " + at.node().shape().elements() + "]");
    }

    static String padded(String x, Edges edges, String value) {
        return torch(
                "constant_pad_nd",
                x,
                List.of(edges.left(), edges.right(), edges.top(), edges.bottom()) + value);
    }

    static String pair(Window window) {
        return List.of(window.height(), window.width()).toString();
    }

    private static String sides(Edges edges) {
        return List.of(edges.top(), edges.left()).toString();
    }
}
