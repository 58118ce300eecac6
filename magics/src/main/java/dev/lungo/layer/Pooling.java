package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** What pooling layers check and write alike: over windows, over steps, over everything. */
final class Pooling {
    private Pooling() {}

    static Optional<Misfit> misfit(String call, Sliding sliding, Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Arguments.picture(call, input);
        }
        if (!sliding.fits(input)) {
            Window size = sliding.size();
            return Optional.of(
                    new Misfit(
                            "%s cannot pool %s: it needs at least %d x %d."
                                    .formatted(call, input, size.height(), size.width()),
                            fix(above)));
        }
        return Optional.empty();
    }

    private static String fix(List<Layer> above) {
        return above.stream()
                .filter(
                        layer ->
                                layer instanceof Conv2d conv
                                        && conv.padding().equals(Padding.VALID))
                .map(Conv2d.class::cast)
                .reduce((first, second) -> second)
                .map(
                        conv ->
                                "Remove this pooling layer, or use %s.same() above it to keep the size."
                                        .formatted(Conv2d.call(conv.filters(), conv.size())))
                .orElse("Remove this pooling layer.");
    }

    static String written(String kind, Sliding sliding) {
        boolean usual = sliding.stride().equals(sliding.size());
        return kind
                + "("
                + Sliding.written(sliding.size())
                + ")"
                + (usual ? "" : ".stride(" + Sliding.written(sliding.stride()) + ")")
                + sliding.padding().written();
    }

    static Optional<Misfit> misfit(String call, int size, Padding padding, Shape input) {
        if (input.rank() != 2) {
            return Arguments.sequence(call, input);
        }
        return !padding.fits(input.size(0), size)
                ? Optional.of(
                        new Misfit(
                                "%s cannot pool %s: it needs at least %d steps."
                                        .formatted(call, input, size),
                                "Remove this pooling layer, or use a smaller one."))
                : Optional.empty();
    }

    /** The shape that a pool over steps gives. */
    static Shape output(int size, int stride, Padding padding, Shape input) {
        return Shape.of(padding.places(input.size(0), size, stride), input.size(1));
    }

    static String written(String kind, int size, int stride, Padding padding) {
        Window length = Window.square(size);
        return written(kind, Sliding.of(length, Window.square(stride), padding));
    }

    /** One number for each channel of a picture or a sequence. */
    static Node overAll(GraphBuilder graph, Node input, boolean largest) {
        Shape in = input.shape();
        return graph.add(
                in.rank() == 2
                        ? new SequenceOperation.GlobalPool1d(largest)
                        : new PictureOperation.GlobalPool2d(largest),
                Shape.of(in.size(in.rank() - 1)),
                input);
    }
}
