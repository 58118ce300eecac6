package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.NormOperation;
import dev.lungo.tensor.Shape;

/** Operations that bring values to mean 0 and variance 1, or to length 1. */
final class NormText {
    private NormText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(NormOperation.BatchNorm.class, NormText::batchNorm);
        writers.add(NormOperation.GroupNorm.class, NormText::groupNorm);
        writers.add(NormOperation.LayerNorm.class, NormText::layerNorm);
        writers.add(NormOperation.UnitNorm.class, (norm, at) -> unitNorm(at));
    }

    /**
     * With momentum 1 libtorch writes the batch's own mean and variance into the copies that it is
     * given; the moving values go a part of the way towards them. The function stands here under
     * its inner name, because the compiler fails on the gradients of the usual ones.
     */
    private static String batchNorm(NormOperation.BatchNorm norm, Place at) {
        boolean sequence = at.node().shape().rank() == 2;
        String value = at.own("normed");
        String mean = at.own("mean");
        String variance = at.own("variance");
        String moving = at.weight(norm.mean());
        String spread = at.weight(norm.variance());
        at.lines().add(mean + " = " + torch("clone", moving));
        at.lines().add(variance + " = " + torch("clone", spread));
        String now =
                torch(
                        "_native_batch_norm_legit",
                        sequence ? torch("permute", at.x(), "[0, 2, 1]") : at.x(),
                        at.weight(norm.scale()),
                        at.weight(norm.shift()),
                        mean,
                        variance,
                        norm.frozen() ? "False" : "learning",
                        1.0,
                        norm.epsilon());
        at.lines().add(value + ", " + at.own("a") + ", " + at.own("b") + " = " + now);
        if (!norm.frozen()) {
            double part = 1 - norm.momentum();
            // A single value has no sample variance: libtorch says NaN, which would stay for good.
            String sample = torch("nan_to_num", variance);
            String wanted = norm.unbiased() ? sample : ofAll(sample, at);
            at.lines().add("if learning:");
            at.lines().add("  _m = " + torch("lerp_", moving, mean, part));
            at.lines().add("  _v = " + torch("lerp_", spread, wanted, part));
            at.lines().add("else:");
            at.lines().add("  pass");
        }
        return sequence ? torch("permute", value, "[0, 2, 1]") : value;
    }

    /** Libtorch divides by one value less than there are, Keras by all. */
    private static String ofAll(String variance, Place at) {
        Shape shape = at.node().shape();
        int places = shape.elements() / shape.size(shape.rank() - 1);
        String count = torch("mul", torch("size", at.x(), 0), places);
        return torch("div", torch("mul", variance, torch("sub", count, 1)), count);
    }

    private static String groupNorm(NormOperation.GroupNorm norm, Place at) {
        boolean sequence = at.node().shape().rank() == 2;
        String normed =
                torch(
                        "group_norm",
                        sequence ? torch("permute", at.x(), "[0, 2, 1]") : at.x(),
                        norm.groups(),
                        at.weight(norm.scale()),
                        at.weight(norm.shift()),
                        norm.epsilon());
        return sequence ? torch("permute", normed, "[0, 2, 1]") : normed;
    }

    private static String layerNorm(NormOperation.LayerNorm norm, Place at) {
        Shape shape = at.node().shape();
        String normed =
                torch(
                        "layer_norm",
                        Layout.asInKeras(at.x(), shape),
                        norm.scale().sizes(),
                        at.weight(norm.scale()),
                        at.weight(norm.shift()),
                        norm.epsilon());
        return Layout.asInTorch(normed, shape);
    }

    /** Zeros are divided by a small number. */
    private static String unitNorm(Place at) {
        String length = torch("linalg_vector_norm", at.x(), 2, "[" + at.channels() + "]", true);
        return torch("div", at.x(), torch("clamp_min", length, 1e-12));
    }
}
