package dev.lungo.layer;

import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** What pooling layers over windows check alike. */
final class Pooling {
    private Pooling() {}

    static Optional<Misfit> misfit(String call, Sliding sliding, Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Optional.of(Arguments.notAPicture(call, input));
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
                .filter(layer -> layer instanceof Conv2d conv && conv.padding() == Padding.VALID)
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
                + (sliding.padding() == Padding.SAME ? ".same()" : "");
    }
}
