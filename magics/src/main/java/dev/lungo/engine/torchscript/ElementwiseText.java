package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;

/** Operations that look at each value by itself, and softmax. */
final class ElementwiseText {
    private ElementwiseText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(Operation.Activate.class, ElementwiseText::activate);
        writers.add(Operation.LearnedRelu.class, ElementwiseText::learnedRelu);
        writers.add(Operation.Dropout.class, ElementwiseText::dropout);
        writers.add(Operation.ChannelDropout.class, ElementwiseText::channelDropout);
    }

    /** Slopes stand channels last; for a picture they are turned as it is. */
    private static String learnedRelu(Operation.LearnedRelu relu, Place at) {
        String slopes = at.weight(relu.slopes());
        if (at.node().shape().rank() == 3) {
            slopes =
                    relu.slopes().sizes().size() == 3
                            ? torch("permute", slopes, "[2, 0, 1]")
                            : torch("reshape", slopes, "[-1, 1, 1]");
        }
        String negative = torch("clamp_max", at.x(), 0);
        return torch("add", torch("relu", at.x()), torch("mul", negative, slopes));
    }

    /** One coin for each channel of an example. */
    private static String channelDropout(Operation.ChannelDropout dropout, Place at) {
        Shape shape = at.node().shape();
        String count = torch("size", at.x(), 0);
        String sizes =
                shape.rank() == 3
                        ? "[" + count + ", " + shape.size(2) + ", 1, 1]"
                        : "[" + count + ", 1, " + shape.size(1) + "]";
        return dropped(at, ChanceText.coins(at.x(), sizes, dropout.rate()), dropout.rate());
    }

    private static String dropout(Operation.Dropout dropout, Place at) {
        return dropped(at, ChanceText.coins(at.x(), dropout.rate()), dropout.rate());
    }

    private static String dropped(Place at, String coins, double rate) {
        return rate == 0 ? at.x() : torch("mul", at.x(), coins) + " if learning else " + at.x();
    }

    private static String activate(Operation.Activate activate, Place at) {
        Activation function = activate.function();
        return switch (function.kind()) {
            case RELU -> torch("relu", at.x());
            case RELU6 -> torch("hardtanh", at.x(), 0.0, 6.0);
            case LEAKY_RELU -> torch("leaky_relu", at.x(), function.parameter());
            case ELU -> torch("elu", at.x(), function.parameter());
            case SELU -> torch("selu", at.x());
            case GELU -> torch("gelu", at.x());
            case GELU_TANH -> torch("gelu", at.x(), "approximate=\"tanh\"");
            case HARD_SILU -> torch("hardswish", at.x());
            case SILU -> torch("silu", at.x());
            case SOFTPLUS -> torch("softplus", at.x());
            case SOFTSIGN -> torch("div", at.x(), torch("add", torch("abs", at.x()), 1));
            case CELU -> torch("celu", at.x(), function.parameter());
            case LOG_SIGMOID -> torch("log_sigmoid", at.x());
            case HARD_TANH -> torch("hardtanh", at.x());
            case HARD_SHRINK -> torch("hardshrink", at.x(), function.parameter());
            case SOFT_SHRINK -> torch("softshrink", at.x(), function.parameter());
            case TANH_SHRINK -> torch("sub", at.x(), torch("tanh", at.x()));
            case SQUAREPLUS -> squareplus(at.x(), function.parameter());
            case SPARSE_PLUS -> sparsePlus(at.x());
            case SPARSE_SIGMOID -> torch("mul", aboveMinusOne(at.x()), 0.5);
            case SOFTMIN -> torch("softmax", torch("neg", at.x()), at.channels());
            case TANH -> torch("tanh", at.x());
            case SIGMOID -> torch("sigmoid", at.x());
            case HARD_SIGMOID -> torch("hardsigmoid", at.x());
            case SOFTMAX -> torch("softmax", at.x(), at.channels());
            case LOG_SOFTMAX -> torch("log_softmax", at.x(), at.channels());
            case MISH -> torch("mish", at.x());
            case EXPONENTIAL -> torch("exp", at.x());
            case LINEAR -> at.x();
        };
    }

    private static String squareplus(String x, double b) {
        String root = torch("sqrt", torch("add", torch("mul", x, x), b));
        return torch("mul", torch("add", x, root), 0.5);
    }

    /** A quarter of {@code (x + 1)} squared between -1 and 1, and {@code x} above. */
    private static String sparsePlus(String x) {
        String curve = torch("mul", torch("pow", aboveMinusOne(x), 2), 0.25);
        return torch("add", curve, torch("relu", torch("sub", x, 1)));
    }

    /** From 0 at -1 to 2 at 1. */
    private static String aboveMinusOne(String x) {
        return torch("add", torch("hardtanh", x), 1);
    }
}
