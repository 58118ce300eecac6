package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.TensorFunction;
import java.util.Arrays;

/** Sums, means and extremes, over all values or over axes, which then are gone. */
abstract class TensorReductions extends TensorFunctions {
    /**
     * The sum over these axes, or over all: {@code x.sum()}, {@code x.sum(1)}, {@code x.sum(-1)}.
     */
    public Tensor sum(int... axes) {
        return over("sum", TensorFunction.SUM, axes);
    }

    /**
     * The mean over these axes, or over all: {@code x.mean()}, {@code x.mean(1)}, {@code
     * x.mean(-1)}.
     */
    public Tensor mean(int... axes) {
        return ofSome("mean", TensorFunction.MEAN, axes);
    }

    /**
     * The largest value over these axes, or over all: {@code x.max()}, {@code x.max(1)}, {@code
     * x.max(-1)}.
     */
    public Tensor max(int... axes) {
        return ofSome("max", TensorFunction.MAX, axes);
    }

    /**
     * The smallest value over these axes, or over all: {@code x.min()}, {@code x.min(1)}, {@code
     * x.min(-1)}.
     */
    public Tensor min(int... axes) {
        return ofSome("min", TensorFunction.MIN, axes);
    }

    /**
     * The mean squared distance from the mean, as NumPy and Keras compute it, over these axes, or
     * over all: {@code x.variance()}, {@code x.variance(1)}, {@code x.variance(-1)}.
     */
    public Tensor variance(int... axes) {
        return ofSome("variance", TensorFunction.VARIANCE, axes);
    }

    /**
     * The square root of the sum of squares over these axes, or over all: {@code x.norm()}, {@code
     * x.norm(1)}, {@code x.norm(-1)}.
     */
    public Tensor norm(int... axes) {
        return over("norm", TensorFunction.NORM, axes);
    }

    /**
     * The logarithm of the sum of exponentials over these axes, or over all: {@code x.logSumExp()},
     * {@code x.logSumExp(1)}, {@code x.logSumExp(-1)}.
     */
    public Tensor logSumExp(int... axes) {
        return ofSome("logSumExp", TensorFunction.LOG_SUM_EXP, axes);
    }

    /**
     * The standard deviation over these axes, or over all.
     *
     * <p>The root of {@link #variance}, divided by the number of values n as in NumPy and Keras;
     * PyTorch divides by n - 1.
     */
    public Tensor std(int... axes) {
        return ofSome("std", TensorFunction.VARIANCE, axes).sqrt();
    }

    /** Where along an axis the largest value is, counted from 0. */
    public Tensor argmax(int axis) {
        return position("argmax", TensorFunction.ARGMAX, axis);
    }

    /** Where along an axis the smallest value is, counted from 0. */
    public Tensor argmin(int axis) {
        return position("argmin", TensorFunction.ARGMIN, axis);
    }

    private Tensor position(String call, TensorFunction function, int axis) {
        int chosen = Sizes.axis(call, axis, self().rank());
        notEmpty(call, chosen);
        Shape shape = Sizes.without(self().shape(), new int[] {chosen});
        return Tensor.compute(function, shape, new double[] {chosen}, self());
    }

    private Tensor ofSome(String call, TensorFunction function, int... axes) {
        notEmpty(call, Sizes.axes(call, axes, self().rank()));
        return over(call, function, axes);
    }

    private Tensor over(String call, TensorFunction function, int... axes) {
        int[] chosen = Sizes.axes(call, axes, self().rank());
        double[] numbers = Arrays.stream(chosen).asDoubleStream().toArray();
        return Tensor.compute(function, Sizes.without(self().shape(), chosen), numbers, self());
    }

    private void notEmpty(String call, int... axes) {
        for (int axis : axes) {
            if (self().shape().size(axis) == 0) {
                throw LungoException.badInput(
                        call + " needs at least one value.",
                        "a tensor " + Sizes.text(self().shape()),
                        "no axis of size 0",
                        "check how the tensor was made; size(" + axis + ") tells.");
            }
        }
    }
}
