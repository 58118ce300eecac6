package dev.lungo.tensor;

import dev.lungo.graph.TensorFunction;

/** Sums, products and comparisons; sizes of 1 are repeated, as in NumPy. */
abstract class TensorArithmetic {
    abstract Tensor self();

    /** A function of each value by itself. */
    Tensor alone(TensorFunction function, double... numbers) {
        return Tensor.compute(function, self().shape(), numbers, self());
    }

    Tensor together(String call, TensorFunction function, Tensor other) {
        Shape shape = Sizes.broadcast(call, self().shape(), other.shape());
        return Tensor.compute(function, shape, new double[0], self(), other);
    }

    /** {@code this + other}, value by value. */
    public Tensor add(Tensor other) {
        return together("add", TensorFunction.ADD, other);
    }

    /** Each value plus a number. */
    public Tensor add(double number) {
        return alone(TensorFunction.ADD_NUMBER, number);
    }

    /** {@code this - other}, value by value. */
    public Tensor sub(Tensor other) {
        return together("sub", TensorFunction.SUB, other);
    }

    /** Each value minus a number. */
    public Tensor sub(double number) {
        return alone(TensorFunction.ADD_NUMBER, -number);
    }

    /** {@code this * other}, value by value; {@link Tensor#matmul} is the matrix product. */
    public Tensor mul(Tensor other) {
        return together("mul", TensorFunction.MUL, other);
    }

    /** Each value times a number. */
    public Tensor mul(double number) {
        return alone(TensorFunction.MUL_NUMBER, number);
    }

    /** {@code this / other}, value by value. */
    public Tensor div(Tensor other) {
        return together("div", TensorFunction.DIV, other);
    }

    /** Each value divided by a number. */
    public Tensor div(double number) {
        return alone(TensorFunction.DIV_NUMBER, number);
    }

    /** {@code this} to the power of {@code other}, value by value. */
    public Tensor pow(Tensor other) {
        return together("pow", TensorFunction.POW, other);
    }

    /** Each value to the power of a number. */
    public Tensor pow(double number) {
        return alone(TensorFunction.POW_NUMBER, number);
    }

    /** The rest of a division, with the sign of the divisor as in Python. */
    public Tensor remainder(Tensor other) {
        return together("remainder", TensorFunction.REMAINDER, other);
    }

    /** The rest of a division by a number, with the sign of the number. */
    public Tensor remainder(double number) {
        return together("remainder", TensorFunction.REMAINDER, Tensor.number(number));
    }

    /** The larger of two values, value by value. */
    public Tensor maximum(Tensor other) {
        return together("maximum", TensorFunction.MAXIMUM, other);
    }

    /** Each value, or the number where that is larger. */
    public Tensor maximum(double number) {
        return together("maximum", TensorFunction.MAXIMUM, Tensor.number(number));
    }

    /** The smaller of two values, value by value. */
    public Tensor minimum(Tensor other) {
        return together("minimum", TensorFunction.MINIMUM, other);
    }

    /** Each value, or the number where that is smaller. */
    public Tensor minimum(double number) {
        return together("minimum", TensorFunction.MINIMUM, Tensor.number(number));
    }

    /** Each value with the other sign. */
    public Tensor neg() {
        return alone(TensorFunction.NEG);
    }

    /** 1 where a value is larger than the other, else 0. */
    public Tensor gt(Tensor other) {
        return together("gt", TensorFunction.GREATER, other);
    }

    /** 1 where a value is larger than the number, else 0. */
    public Tensor gt(double number) {
        return gt(Tensor.number(number));
    }

    /** 1 where a value is at least the other, else 0. */
    public Tensor ge(Tensor other) {
        return together("ge", TensorFunction.GREATER_OR_EQUAL, other);
    }

    /** 1 where a value is at least the number, else 0. */
    public Tensor ge(double number) {
        return ge(Tensor.number(number));
    }

    /** 1 where a value is smaller than the other, else 0. */
    public Tensor lt(Tensor other) {
        return other.together("lt", TensorFunction.GREATER, self());
    }

    /** 1 where a value is smaller than the number, else 0. */
    public Tensor lt(double number) {
        return lt(Tensor.number(number));
    }

    /** 1 where a value is at most the other, else 0. */
    public Tensor le(Tensor other) {
        return other.together("le", TensorFunction.GREATER_OR_EQUAL, self());
    }

    /** 1 where a value is at most the number, else 0. */
    public Tensor le(double number) {
        return le(Tensor.number(number));
    }

    /** 1 where a value is equal to the other, else 0. */
    public Tensor eq(Tensor other) {
        return together("eq", TensorFunction.EQUAL, other);
    }

    /** 1 where a value is equal to the number, else 0. */
    public Tensor eq(double number) {
        return eq(Tensor.number(number));
    }

    /** 0 where a value is equal to the other, else 1. */
    public Tensor ne(Tensor other) {
        return eq(other).neg().add(1);
    }

    /** 0 where a value is equal to the number, else 1. */
    public Tensor ne(double number) {
        return ne(Tensor.number(number));
    }

    /**
     * Where this is not 0 a value of {@code yes}, elsewhere one of {@code no}.
     *
     * <pre>{@code
     * x.gt(0).where(x, x.mul(0.1))
     * }</pre>
     */
    public Tensor where(Tensor yes, Tensor no) {
        Shape either = Sizes.broadcast("where", yes.shape(), no.shape());
        Shape shape = Sizes.broadcast("where", self().shape(), either);
        return Tensor.compute(TensorFunction.WHERE, shape, new double[0], self(), yes, no);
    }
}
