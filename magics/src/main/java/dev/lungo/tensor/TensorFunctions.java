package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.TensorFunction;

/** Functions of each value by itself, and softmax. */
abstract class TensorFunctions extends TensorArithmetic {
    /** Each value without its sign. */
    public Tensor abs() {
        return alone(TensorFunction.ABS);
    }

    /** -1, 0 or 1: the sign of each value. */
    public Tensor sign() {
        return alone(TensorFunction.SIGN);
    }

    /** The square root of each value. */
    public Tensor sqrt() {
        return alone(TensorFunction.SQRT);
    }

    /** Each value times itself. */
    public Tensor square() {
        return alone(TensorFunction.SQUARE);
    }

    /** e to the power of each value. */
    public Tensor exp() {
        return alone(TensorFunction.EXP);
    }

    /** The natural logarithm of each value. */
    public Tensor log() {
        return alone(TensorFunction.LOG);
    }

    /** {@code log(1 + x)}, exact near 0. */
    public Tensor log1p() {
        return alone(TensorFunction.LOG1P);
    }

    /** The sine of each value, in radians. */
    public Tensor sin() {
        return alone(TensorFunction.SIN);
    }

    /** The cosine of each value, in radians. */
    public Tensor cos() {
        return alone(TensorFunction.COS);
    }

    /** The hyperbolic tangent of each value. */
    public Tensor tanh() {
        return alone(TensorFunction.TANH);
    }

    /** {@code 1 / (1 + exp(-x))}: a probability for each value by itself. */
    public Tensor sigmoid() {
        return alone(TensorFunction.SIGMOID);
    }

    /** {@code max(0, x)}. */
    public Tensor relu() {
        return alone(TensorFunction.RELU);
    }

    /** The exact Gaussian error linear unit, {@code x * P(X <= x)}. */
    public Tensor gelu() {
        return alone(TensorFunction.GELU);
    }

    /** {@code x * sigmoid(x)}, also called swish. */
    public Tensor silu() {
        return alone(TensorFunction.SILU);
    }

    /** {@code log(1 + exp(x))}, a smooth relu. */
    public Tensor softplus() {
        return alone(TensorFunction.SOFTPLUS);
    }

    /** x, or {@code exp(x) - 1} where x is negative. */
    public Tensor elu() {
        return alone(TensorFunction.ELU);
    }

    /** The error function of each value. */
    public Tensor erf() {
        return alone(TensorFunction.ERF);
    }

    /** The nearest whole number; halves go to the even one. */
    public Tensor round() {
        return alone(TensorFunction.ROUND);
    }

    /** The whole number below each value. */
    public Tensor floor() {
        return alone(TensorFunction.FLOOR);
    }

    /** The whole number above each value. */
    public Tensor ceil() {
        return alone(TensorFunction.CEIL);
    }

    /** x, or {@code slope * x} where x is negative; Keras' slope is 0.3, PyTorch's 0.01. */
    public Tensor leakyRelu(double slope) {
        return alone(TensorFunction.LEAKY_RELU, slope);
    }

    /** Each value, but at least {@code low} and at most {@code high}. */
    public Tensor clamp(double low, double high) {
        if (!(low <= high)) {
            throw LungoException.badInput(
                    "clamp(" + low + ", " + high + ") leaves no room.",
                    "from " + low + " to " + high,
                    "the lower number first",
                    "write clamp(" + high + ", " + low + ").");
        }
        return alone(TensorFunction.CLAMP, low, high);
    }

    /** {@code exp(x) / sum(exp(x))} along an axis: probabilities that add up to 1. */
    public Tensor softmax(int axis) {
        return alone(TensorFunction.SOFTMAX, Sizes.axis("softmax", axis, self().rank()));
    }

    /** The logarithm of softmax along an axis, exact where a probability is close to 0. */
    public Tensor logSoftmax(int axis) {
        return alone(TensorFunction.LOG_SOFTMAX, Sizes.axis("logSoftmax", axis, self().rank()));
    }

    /** Running sums along an axis: 1, 2, 3 becomes 1, 3, 6. */
    public Tensor cumsum(int axis) {
        return alone(TensorFunction.CUMSUM, Sizes.axis("cumsum", axis, self().rank()));
    }

    /** The same values, through which no gradient flows. */
    public Tensor detach() {
        return alone(TensorFunction.DETACH);
    }
}
