package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Operations on rows of numbers, and those that change shapes or make one value of several. */
final class RowText {
    private RowText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(
                Operation.Linear.class,
                (linear, at) ->
                        torch(
                                "linear",
                                at.x(),
                                at.weight(linear.kernel()),
                                at.weight(linear.bias())));
        writers.add(Operation.Flatten.class, (flatten, at) -> reshaped(at));
        writers.add(Operation.Reshape.class, (reshape, at) -> reshaped(at));
        writers.add(Operation.Permute.class, RowText::permute);
        writers.add(Operation.Merge.class, RowText::merge);
    }

    /** In Keras' order of values, which for a picture is not torch's. */
    private static String reshaped(Place at) {
        Shape to = at.node().shape();
        String sizes = Stream.concat(Stream.of(-1), to.sizes().stream()).toList().toString();
        return Layout.asInTorch(torch("reshape", asInKeras(at), sizes), to);
    }

    private static String permute(Operation.Permute permute, Place at) {
        List<Integer> axes = Stream.concat(Stream.of(0), permute.axes().stream()).toList();
        return Layout.asInTorch(torch("permute", asInKeras(at), axes), at.node().shape());
    }

    private static String asInKeras(Place at) {
        return Layout.asInKeras(at.x(), at.from().shape());
    }

    private static String merge(Operation.Merge merge, Place at) {
        List<String> values =
                IntStream.range(0, at.node().inputs().size()).mapToObj(at::input).toList();
        return switch (merge.how()) {
            case CONCATENATE -> torch("cat", values, at.channels());
            case ADD -> folded("add", values);
            case MULTIPLY -> folded("mul", values);
            case SUBTRACT -> folded("sub", values);
            case AVERAGE -> torch("div", folded("add", values), values.size());
            case MAXIMUM -> folded("maximum", values);
            case MINIMUM -> folded("minimum", values);
        };
    }

    private static String folded(String function, List<String> values) {
        return values.stream()
                .collect(Collectors.reducing((a, b) -> torch(function, a, b)))
                .orElseThrow();
    }
}
