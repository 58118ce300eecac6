package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Edges;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;

/** Operations on pictures, which are channels first in torch and channels last in memory. */
final class PictureText {
    private PictureText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(PictureOperation.Conv2d.class, PictureText::conv2d);
        writers.add(PictureOperation.MaxPool2d.class, PictureText::maxPool2d);
        writers.add(PictureOperation.AvgPool2d.class, PictureText::avgPool2d);
        writers.add(
                PictureOperation.GlobalPool2d.class,
                (pool, at) -> torch(pool.largest() ? "amax" : "mean", at.x(), "[2, 3]"));
        writers.add(PictureOperation.Conv2dTranspose.class, PictureText::conv2dTranspose);
        writers.add(PictureOperation.UpSampling2d.class, PictureText::upSampling2d);
        writers.add(
                PictureOperation.ZeroPadding2d.class, (pad, at) -> padded(at.x(), pad.edges(), ""));
    }

    private static String conv2d(PictureOperation.Conv2d conv, Place at) {
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

    private static String maxPool2d(PictureOperation.MaxPool2d pool, Place at) {
        String x = at.x();
        if (!pool.edges().equals(Edges.NONE)) {
            x = padded(x, pool.edges(), ", -inf");
        }
        return torch(
                "max_pool2d", x, pair(pool.size()), pair(pool.stride()), "[0, 0]", "[1, 1]", false);
    }

    /** Where zeros were added, the mean is divided by the share of the window that is not added. */
    private static String avgPool2d(PictureOperation.AvgPool2d pool, Place at) {
        if (pool.edges().equals(Edges.NONE)) {
            return averages(pool, at.x());
        }
        String ones = torch("ones_like", torch("narrow", at.x(), 0, 0, 1));
        return torch(
                "div",
                averages(pool, padded(at.x(), pool.edges(), "")),
                averages(pool, padded(ones, pool.edges(), "")));
    }

    private static String averages(PictureOperation.AvgPool2d pool, String x) {
        return torch("avg_pool2d", x, pair(pool.size()), pair(pool.stride()));
    }

    /** What is cut off evenly libtorch never computes; gaps at the end it fills with the bias. */
    private static String conv2dTranspose(PictureOperation.Conv2dTranspose conv, Place at) {
        Edges cut = conv.edges();
        Window gap = new Window(Math.max(0, -cut.bottom()), Math.max(0, -cut.right()));
        Edges off =
                new Edges(
                        cut.top(), Math.max(0, cut.bottom()), cut.left(), Math.max(0, cut.right()));
        String spread =
                torch(
                        "conv_transpose2d",
                        at.x(),
                        at.weight(conv.kernel()),
                        at.weight(conv.bias()),
                        pair(conv.stride()),
                        off.centred() ? sides(off) : "[0, 0]",
                        pair(gap));
        Edges added = new Edges(-off.top(), -off.bottom(), -off.left(), -off.right());
        return off.centred() ? spread : padded(spread, added, "");
    }

    private static String upSampling2d(PictureOperation.UpSampling2d up, Place at) {
        Shape to = at.node().shape();
        List<Integer> size = List.of(to.size(0), to.size(1));
        return up.bilinear()
                ? torch("upsample_bilinear2d", at.x(), size, false)
                : torch("upsample_nearest2d", at.x(), size);
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
