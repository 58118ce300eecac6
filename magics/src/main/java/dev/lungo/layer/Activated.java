package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Activation.Kind;

/**
 * A layer that can end with an activation function, written after it: {@code dense(64).relu()}.
 *
 * <p>Formulas and defaults are those of Keras.
 *
 * @param <L> the layer itself
 */
public interface Activated<L> {
    /** A copy that ends with this function, in place of the one before. */
    L activation(Activation function);

    /** A copy that ends with {@code max(0, x)}. */
    default L relu() {
        return activation(Activation.RELU);
    }

    /** A copy that ends with {@code max(0, x)}, but no more than 6. */
    default L relu6() {
        return activation(Activation.of(Kind.RELU6));
    }

    /** A copy that ends with {@code x} where positive, else {@code 0.2 * x}; PyTorch has 0.01. */
    default L leakyRelu() {
        return leakyRelu(0.2);
    }

    /** A copy that ends with {@code x} where positive, else {@code slope * x}. */
    default L leakyRelu(double slope) {
        return activation(new Activation(Kind.LEAKY_RELU, slope));
    }

    /** A copy that ends with {@code x} where positive, else {@code exp(x) - 1}. */
    default L elu() {
        return elu(1);
    }

    /** A copy that ends with {@code x} where positive, else {@code scale * (exp(x) - 1)}. */
    default L elu(double scale) {
        return activation(new Activation(Kind.ELU, scale));
    }

    /** A copy that ends with the scaled elu, which keeps mean 0 and variance 1. */
    default L selu() {
        return activation(Activation.of(Kind.SELU));
    }

    /** A copy that ends with the Gaussian error linear unit, exact. */
    default L gelu() {
        return activation(Activation.of(Kind.GELU));
    }

    /** A copy that ends with gelu as GPT-2 has it, approximated with tanh. */
    default L geluTanh() {
        return activation(Activation.of(Kind.GELU_TANH));
    }

    /** A copy that ends with {@code x * hardSigmoid(x)}, also called hard swish. */
    default L hardSilu() {
        return activation(Activation.of(Kind.HARD_SILU));
    }

    /** A copy that ends with {@code x * sigmoid(x)}. */
    default L silu() {
        return activation(Activation.of(Kind.SILU));
    }

    /** The same as {@link #silu}, by its other name. */
    default L swish() {
        return silu();
    }

    /** A copy that ends with {@code log(exp(x) + 1)}. */
    default L softplus() {
        return activation(Activation.of(Kind.SOFTPLUS));
    }

    /** A copy that ends with {@code x / (abs(x) + 1)}. */
    default L softsign() {
        return activation(Activation.of(Kind.SOFTSIGN));
    }

    /** A copy that ends with the hyperbolic tangent. */
    default L tanh() {
        return activation(Activation.TANH);
    }

    /** A copy that ends with the logistic function: a probability for each value by itself. */
    default L sigmoid() {
        return activation(Activation.SIGMOID);
    }

    /** A copy that ends with {@code x / 6 + 0.5}, cut off at 0 and 1. */
    default L hardSigmoid() {
        return activation(Activation.of(Kind.HARD_SIGMOID));
    }

    /** A copy that ends with softmax: probabilities that add up to 1. */
    default L softmax() {
        return activation(Activation.SOFTMAX);
    }

    /** A copy that ends with the logarithm of softmax. */
    default L logSoftmax() {
        return activation(Activation.of(Kind.LOG_SOFTMAX));
    }

    /** A copy that ends with {@code x * tanh(softplus(x))}. */
    default L mish() {
        return activation(Activation.of(Kind.MISH));
    }

    /** A copy that ends with {@code exp(x)}. */
    default L exponential() {
        return activation(Activation.of(Kind.EXPONENTIAL));
    }

    /** A copy that ends with {@code x} where positive, else {@code exp(x) - 1}. */
    default L celu() {
        return celu(1);
    }

    /** A copy that ends with {@code x} where positive, else {@code a * (exp(x / a) - 1)}. */
    default L celu(double a) {
        return activation(new Activation(Kind.CELU, Arguments.positive("celu", a)));
    }

    /** A copy that ends with the logarithm of the logistic function. */
    default L logSigmoid() {
        return activation(Activation.of(Kind.LOG_SIGMOID));
    }

    /** A copy that ends with {@code x}, cut off at -1 and 1. */
    default L hardTanh() {
        return activation(Activation.of(Kind.HARD_TANH));
    }

    /** A copy that ends with 0 from -0.5 to 0.5, else {@code x}. */
    default L hardShrink() {
        return hardShrink(0.5);
    }

    /** A copy that ends with 0 from {@code -limit} to {@code limit}, else {@code x}. */
    default L hardShrink(double limit) {
        Arguments.notNegative("hardShrink", limit);
        return activation(new Activation(Kind.HARD_SHRINK, limit));
    }

    /** A copy that ends with {@code x} moved towards 0 by 0.5, but not beyond. */
    default L softShrink() {
        return softShrink(0.5);
    }

    /** A copy that ends with {@code x} moved towards 0 by {@code step}, but not beyond. */
    default L softShrink(double step) {
        Arguments.notNegative("softShrink", step);
        return activation(new Activation(Kind.SOFT_SHRINK, step));
    }

    /** A copy that ends with {@code x - tanh(x)}. */
    default L tanhShrink() {
        return activation(Activation.of(Kind.TANH_SHRINK));
    }

    /** A copy that ends with {@code (x + sqrt(x * x + 4)) / 2}. */
    default L squareplus() {
        return squareplus(4);
    }

    /** A copy that ends with {@code (x + sqrt(x * x + b)) / 2}. */
    default L squareplus(double b) {
        return activation(new Activation(Kind.SQUAREPLUS, Arguments.positive("squareplus", b)));
    }

    /** A copy that ends with 0 up to -1, {@code x} from 1 on, and a parabola between them. */
    default L sparsePlus() {
        return activation(Activation.of(Kind.SPARSE_PLUS));
    }

    /** A copy that ends with {@code (x + 1) / 2}, cut off at 0 and 1. */
    default L sparseSigmoid() {
        return activation(Activation.of(Kind.SPARSE_SIGMOID));
    }

    /** A copy that ends with softmax of {@code -x}, as PyTorch's Softmin. */
    default L softmin() {
        return activation(Activation.of(Kind.SOFTMIN));
    }

    /** A copy that ends with plain numbers. */
    default L linear() {
        return activation(Activation.of(Kind.LINEAR));
    }
}
