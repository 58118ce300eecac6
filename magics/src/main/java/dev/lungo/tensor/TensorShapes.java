package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.TensorFunction;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The same values under other sizes or in another order, and matrix products. */
abstract class TensorShapes extends TensorReductions {
    /**
     * The same values, row by row, under other sizes; one may be -1, which means what is left.
     *
     * <pre>{@code
     * x.reshape(-1, 28, 28)
     * }</pre>
     */
    public Tensor reshape(int... sizes) {
        return sized(TensorFunction.RESHAPE, Reshaped.of(self().shape(), sizes));
    }

    /** All values in one row. */
    public Tensor flatten() {
        return reshape(-1);
    }

    /** The last two axes exchanged: rows become columns. */
    public Tensor transpose() {
        int rank = self().rank();
        if (rank < 2) {
            throw LungoException.badInput(
                    "transpose exchanges the last two axes.",
                    "a tensor " + Sizes.text(self().shape()),
                    "at least two axes",
                    "give it another axis with unsqueeze(0).");
        }
        int[] axes = IntStream.range(0, rank).toArray();
        axes[rank - 1] = rank - 2;
        axes[rank - 2] = rank - 1;
        return permute(axes);
    }

    /** The axes in this order: {@code x.permute(0, 3, 1, 2)} puts channels first. */
    public Tensor permute(int... axes) {
        Shape shape = self().shape();
        int[] chosen =
                Arrays.stream(axes).map(a -> Sizes.axis("permute", a, shape.rank())).toArray();
        if (Arrays.stream(chosen).distinct().count() != shape.rank()
                || axes.length != shape.rank()) {
            throw LungoException.badInput(
                    "permute needs every axis of the tensor once.",
                    Arrays.toString(axes) + " for a tensor " + Sizes.text(shape),
                    "the numbers 0 to " + (shape.rank() - 1) + " in the new order",
                    "name each axis once.");
        }
        Shape result = new Shape(Arrays.stream(chosen).mapToObj(shape::size).toList());
        return Tensor.compute(
                TensorFunction.PERMUTE,
                result,
                Arrays.stream(chosen).asDoubleStream().toArray(),
                self());
    }

    /** With one axis more, of size 1, at this position; -1 is behind the last. */
    public Tensor unsqueeze(int axis) {
        int chosen = Sizes.axis("unsqueeze", axis, self().rank() + 1);
        return Tensor.compute(
                TensorFunction.UNSQUEEZE,
                Sizes.inserted(self().shape(), chosen, 1),
                new double[] {chosen},
                self());
    }

    /** Without this axis, which must be of size 1. */
    public Tensor squeeze(int axis) {
        int chosen = Sizes.axis("squeeze", axis, self().rank());
        if (self().shape().size(chosen) != 1) {
            throw LungoException.badInput(
                    "squeeze takes away an axis of size 1.",
                    "axis " + axis + " of a tensor " + Sizes.text(self().shape()),
                    "an axis of size 1",
                    "name another axis, or use reshape.");
        }
        return self().select(chosen, 0);
    }

    /** Values repeated along axes of size 1 until the tensor has these sizes. */
    public Tensor broadcastTo(int... sizes) {
        Shape wanted = Shape.of(sizes);
        Shape result = Sizes.broadcast("broadcastTo", self().shape(), wanted);
        if (!result.equals(wanted)) {
            throw LungoException.badInput(
                    "broadcastTo cannot make a tensor smaller.",
                    Sizes.text(self().shape()) + " to " + Sizes.text(wanted),
                    "sizes that the tensor has already, or where it has 1",
                    "use slice or a sum to make it smaller.");
        }
        return sized(TensorFunction.EXPAND, wanted);
    }

    /** Backwards along these axes, or along all. */
    public Tensor flip(int... axes) {
        int[] chosen = Sizes.axes("flip", axes, self().rank());
        return alone(TensorFunction.FLIP, Arrays.stream(chosen).asDoubleStream().toArray());
    }

    /**
     * The matrix product: {@code n x k} times {@code k x m} is {@code n x m}.
     *
     * <p>Axes before the last two are broadcast. One axis alone is a row on the left, a column on
     * the right, and is gone afterwards: two of them give their dot product.
     */
    public Tensor matmul(Tensor other) {
        return Tensor.compute(
                TensorFunction.MATMUL,
                Products.shape(self().shape(), other.shape()),
                new double[0],
                self(),
                other);
    }

    private Tensor sized(TensorFunction function, Shape shape) {
        double[] numbers = shape.sizes().stream().mapToDouble(Integer::doubleValue).toArray();
        return Tensor.compute(function, shape, numbers, self());
    }
}
