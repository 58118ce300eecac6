package dev.lungo.graph;

import java.util.Set;

/**
 * A function that a layer can end with; Keras' formulas and defaults.
 *
 * @param kind which function
 * @param parameter its slope or scale, 0 where it has none
 */
public record Activation(Kind kind, double parameter) {
    /** The functions. */
    public enum Kind {
        /** {@code max(0, x)}. */
        RELU("relu"),
        /** {@code max(0, x)}, but no more than 6. */
        RELU6("relu6"),
        /** {@code x} where positive, else the parameter times {@code x}. */
        LEAKY_RELU("leakyRelu"),
        /** {@code x} where positive, else the parameter times {@code exp(x) - 1}. */
        ELU("elu"),
        /** {@code elu} with the scale and slope that keep mean 0 and variance 1. */
        SELU("selu"),
        /** {@code x} times the normal distribution's share below {@code x}, exact. */
        GELU("gelu"),
        /** {@code x * sigmoid(x)}, also called swish. */
        SILU("silu"),
        /** {@link #GELU} by its approximation with tanh. */
        GELU_TANH("geluTanh"),
        /** {@code x} times {@link #HARD_SIGMOID}, also called hard swish. */
        HARD_SILU("hardSilu"),
        /** {@code log(exp(x) + 1)}. */
        SOFTPLUS("softplus"),
        /** {@code x / (abs(x) + 1)}. */
        SOFTSIGN("softsign"),
        /** The hyperbolic tangent, from -1 to 1. */
        TANH("tanh"),
        /** {@code 1 / (1 + exp(-x))}: a probability for each value by itself. */
        SIGMOID("sigmoid"),
        /** {@code x / 6 + 0.5}, cut off at 0 and 1. */
        HARD_SIGMOID("hardSigmoid"),
        /** {@code exp(x) / sum(exp(x))} over the channels: probabilities that add up to 1. */
        SOFTMAX("softmax"),
        /** The logarithm of {@link #SOFTMAX}. */
        LOG_SOFTMAX("logSoftmax"),
        /** {@code x * tanh(softplus(x))}. */
        MISH("mish"),
        /** {@code exp(x)}. */
        EXPONENTIAL("exponential"),
        /** {@code x} where positive, else the parameter times {@code exp(x / parameter) - 1}. */
        CELU("celu"),
        /** The logarithm of {@link #SIGMOID}. */
        LOG_SIGMOID("logSigmoid"),
        /** {@code x}, cut off at -1 and 1. */
        HARD_TANH("hardTanh"),
        /** {@code x} where it is further from 0 than the parameter, else 0. */
        HARD_SHRINK("hardShrink"),
        /** {@code x} moved towards 0 by the parameter, but not beyond. */
        SOFT_SHRINK("softShrink"),
        /** {@code x - tanh(x)}. */
        TANH_SHRINK("tanhShrink"),
        /** {@code (x + sqrt(x * x + parameter)) / 2}. */
        SQUAREPLUS("squareplus"),
        /** 0 up to -1, {@code x} from 1 on, and a parabola between them. */
        SPARSE_PLUS("sparsePlus"),
        /** {@code (x + 1) / 2}, cut off at 0 and 1. */
        SPARSE_SIGMOID("sparseSigmoid"),
        /** {@link #SOFTMAX} of {@code -x}. */
        SOFTMIN("softmin"),
        /** {@code x} as it is. */
        LINEAR("linear");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    /** {@code max(0, x)}. */
    public static final Activation RELU = of(Kind.RELU);

    /** {@code 1 / (1 + exp(-x))}: a probability for each value by itself. */
    public static final Activation SIGMOID = of(Kind.SIGMOID);

    /** The hyperbolic tangent, from -1 to 1. */
    public static final Activation TANH = of(Kind.TANH);

    /** {@code exp(x) / sum(exp(x))} over the row: probabilities that add up to 1. */
    public static final Activation SOFTMAX = of(Kind.SOFTMAX);

    private static final Set<Kind> PARAMETRIC =
            Set.of(
                    Kind.LEAKY_RELU,
                    Kind.ELU,
                    Kind.CELU,
                    Kind.HARD_SHRINK,
                    Kind.SOFT_SHRINK,
                    Kind.SQUAREPLUS);

    /** A function without a parameter. */
    public static Activation of(Kind kind) {
        return new Activation(kind, 0);
    }

    /** The name as users write it. */
    @Override
    public String toString() {
        return kind.written;
    }

    /** The call as users write it, for example {@code leakyRelu(0.1)}. */
    public String call() {
        boolean parametric = PARAMETRIC.contains(kind);
        return kind.written + "(" + (parametric ? parameter : "") + ")";
    }
}
