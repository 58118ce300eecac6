package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.NormOperation;
import dev.lungo.tensor.Shape;
import java.util.List;

/** Operations that bring values to mean 0 and variance 1. */
final class NormText {
    private NormText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(NormOperation.BatchNorm.class, NormText::batchNorm);
        writers.add(NormOperation.LayerNorm.class, NormText::layerNorm);
    }

    private static String batchNorm(NormOperation.BatchNorm norm, Place at) {
        boolean sequence = at.node().shape().rank() == 2;
        String x = sequence ? torch("permute", at.x(), "[0, 2, 1]") : at.x();
        String scale = at.weight(norm.scale());
        String shift = at.weight(norm.shift());
        String fixed =
                torch(
                        "batch_norm",
                        x,
                        scale,
                        shift,
                        at.weight(norm.mean()),
                        at.weight(norm.variance()),
                        false,
                        0.0,
                        norm.epsilon(),
                        false);
        String value = fixed;
        if (!norm.frozen()) {
            value = at.own("normed");
            String mean = at.own("mean");
            String inverse = at.own("inverse");
            String now =
                    torch(
                            "native_batch_norm",
                            x,
                            scale,
                            shift,
                            "None",
                            "None",
                            true,
                            0.0,
                            norm.epsilon());
            List<String> lines = at.lines();
            lines.add("if learning:");
            lines.add("  " + value + ", " + mean + ", " + inverse + " = " + now);
            lines.add("  " + moved(at.own("a"), at.weight(norm.mean()), mean, norm.momentum()));
            String variance = variance(norm, at, inverse);
            lines.add(
                    "  "
                            + moved(
                                    at.own("b"),
                                    at.weight(norm.variance()),
                                    variance,
                                    norm.momentum()));
            lines.add("else:");
            lines.add("  " + value + " = " + fixed);
        }
        return sequence ? torch("permute", value, "[0, 2, 1]") : value;
    }

    /** {@code moving = momentum * moving + (1 - momentum) * now}. */
    private static String moved(String unused, String moving, String now, double momentum) {
        return unused
                + " = torch.lerp_("
                + moving
                + ", torch.detach("
                + now
                + "), "
                + (1 - momentum)
                + ")";
    }

    /** Libtorch returns {@code 1 / sqrt(variance + epsilon)}, of the values as they are. */
    private static String variance(NormOperation.BatchNorm norm, Place at, String inverse) {
        String biased = torch("sub", torch("pow", inverse, -2), norm.epsilon());
        if (!norm.unbiased()) {
            return biased;
        }
        Shape shape = at.node().shape();
        int places = shape.elements() / shape.size(shape.rank() - 1);
        String count = torch("mul", torch("size", at.x(), 0), places);
        return torch("div", torch("mul", biased, count), torch("sub", count, 1));
    }

    private static String layerNorm(NormOperation.LayerNorm norm, Place at) {
        boolean picture = at.node().shape().rank() == 3;
        String x = picture ? torch("permute", at.x(), "[0, 2, 3, 1]") : at.x();
        String normed =
                torch(
                        "layer_norm",
                        x,
                        norm.scale().sizes(),
                        at.weight(norm.scale()),
                        at.weight(norm.shift()),
                        norm.epsilon());
        return picture ? torch("permute", normed, "[0, 3, 1, 2]") : normed;
    }
}
