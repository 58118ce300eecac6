package dev.lungo.graph;

/**
 * What can be computed with tensors, whether at once or as part of a model.
 *
 * <p>Each takes one or more tensors and the numbers named here. Engines know each by this constant;
 * everything is float32, and what is true is 1.
 */
public enum TensorFunction {
    /** {@code x + y}, with broadcasting. */
    ADD,
    /** {@code x - y}, with broadcasting. */
    SUB,
    /** {@code x * y}, with broadcasting. */
    MUL,
    /** {@code x / y}, with broadcasting. */
    DIV,
    /** {@code x} to the power {@code y}, with broadcasting. */
    POW,
    /** The rest of {@code x / y}, with the sign of y. */
    REMAINDER,
    /** The larger of x and y. */
    MAXIMUM,
    /** The smaller of x and y. */
    MINIMUM,
    /** {@code x + number}. */
    ADD_NUMBER,
    /** {@code x * number}. */
    MUL_NUMBER,
    /** {@code x / number}. */
    DIV_NUMBER,
    /** {@code x} to the power of a number. */
    POW_NUMBER,
    /** 1 where {@code x > y}, else 0. */
    GREATER,
    /** 1 where {@code x >= y}, else 0. */
    GREATER_OR_EQUAL,
    /** 1 where {@code x == y}, else 0. */
    EQUAL,
    /** {@code y} where x is not 0, else {@code z}. */
    WHERE,
    /** {@code -x}. */
    NEG,
    /** {@code x} without its sign. */
    ABS,
    /** -1, 0 or 1. */
    SIGN,
    /** The square root. */
    SQRT,
    /** {@code x * x}. */
    SQUARE,
    /** {@code e} to the power x. */
    EXP,
    /** The natural logarithm. */
    LOG,
    /** {@code log(1 + x)}, exact near 0. */
    LOG1P,
    /** The sine. */
    SIN,
    /** The cosine. */
    COS,
    /** The hyperbolic tangent. */
    TANH,
    /** {@code 1 / (1 + exp(-x))}. */
    SIGMOID,
    /** {@code max(0, x)}. */
    RELU,
    /** {@code x} times the normal distribution's probability of x or less, exact. */
    GELU,
    /** {@code x * sigmoid(x)}. */
    SILU,
    /** {@code log(1 + exp(x))}. */
    SOFTPLUS,
    /** x, or a number times x where x is negative. */
    LEAKY_RELU,
    /** x, or {@code exp(x) - 1} where x is negative. */
    ELU,
    /** The error function. */
    ERF,
    /** The nearest whole number. */
    ROUND,
    /** The whole number below. */
    FLOOR,
    /** The whole number above. */
    CEIL,
    /** x, at least the first number and at most the second. */
    CLAMP,
    /** Exponentials that add up to 1 along an axis. */
    SOFTMAX,
    /** The logarithm of softmax along an axis. */
    LOG_SOFTMAX,
    /** The sum over axes. */
    SUM,
    /** The mean over axes. */
    MEAN,
    /** The largest over axes. */
    MAX,
    /** The smallest over axes. */
    MIN,
    /** The mean squared distance from the mean, over axes. */
    VARIANCE,
    /** The square root of the sum of squares, over axes. */
    NORM,
    /** The logarithm of the sum of exponentials, over axes. */
    LOG_SUM_EXP,
    /** The position of the largest along an axis. */
    ARGMAX,
    /** The position of the smallest along an axis. */
    ARGMIN,
    /** Running sums along an axis. */
    CUMSUM,
    /** The matrix product of the last two axes. */
    MATMUL,
    /** With one axis more, of size 1. */
    UNSQUEEZE,
    /** The same values under other sizes. */
    RESHAPE,
    /** The axes in another order. */
    PERMUTE,
    /** Values repeated to these sizes. */
    EXPAND,
    /** Positions {@code from}, to {@code to}, by {@code step} of an axis: axis, from, to, step. */
    SLICE,
    /** One position of an axis, which goes: axis, position. */
    SELECT,
    /** Along an axis, the positions that y names. */
    TAKE,
    /** For each value of y, the value of x at that position of an axis. */
    GATHER,
    /** A row with a 1 at position x for each value, of a number of positions. */
    ONE_HOT,
    /** Backwards along axes. */
    FLIP,
    /** Tensors one after the other along an axis. */
    CONCAT,
    /** Tensors side by side along a new axis. */
    STACK,
    /** The same values, through which no gradient flows. */
    DETACH,
    /** A copy that gradients are wanted of. */
    VARIABLE;

    /** Whether gradients flow back from the result to tensor number {@code input}. */
    public boolean hasGradient(int input) {
        return switch (this) {
            case GREATER, GREATER_OR_EQUAL, EQUAL, ARGMAX, ARGMIN, ONE_HOT, DETACH -> false;
            case TAKE, GATHER -> input == 0;
            case WHERE -> input > 0;
            default -> true;
        };
    }
}
