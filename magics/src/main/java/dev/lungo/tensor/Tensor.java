package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Held;
import dev.lungo.engine.TensorEngine;
import dev.lungo.graph.Compute;
import dev.lungo.graph.TensorFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers in any number of axes, to compute with: float32, immutable, freed by themselves.
 *
 * <pre>{@code
 * var x = tensor(new float[][] {{1, 2}, {3, 4}});
 * x.matmul(x).add(1).mean()           // tensor 14.5
 *
 * var w = variable(zeros(2));
 * var loss = x.matmul(w).sub(1).square().mean();
 * loss.gradient(w)                    // how the loss changes with each value of w
 * }</pre>
 *
 * <p>Sizes of 1 are repeated where shapes differ, as in NumPy; what is true is 1. A layer or a loss
 * of your own is a lambda over tensors, whose first axis is the batch and whose pictures are
 * channels last. Any number of threads may use a tensor.
 */
public final class Tensor extends TensorIndexing implements Rich {
    private final Shape shape;
    private volatile Content content;

    Tensor(Shape shape, Content content) {
        this.shape = shape;
        this.content = content;
    }

    /** A tensor of these values, row by row; the array is not copied. */
    public static Tensor of(float[] values, Shape shape) {
        return new Tensor(shape, new Content.InJava(values));
    }

    /** A tensor without axes. */
    static Tensor number(double number) {
        return of(new float[] {(float) number}, Shape.of());
    }

    /** A tensor over values that an engine holds. */
    public static Tensor of(Held held, Shape shape) {
        return new Tensor(shape, new Content.InEngine(held));
    }

    /**
     * One function of some tensors, computed at once or written into the model that they are in.
     */
    static Tensor compute(
            TensorFunction function, Shape shape, double[] numbers, Tensor... inputs) {
        Compute what = new Compute(function, Arrays.stream(numbers).boxed().toList());
        return Trace.of(inputs)
                .map(trace -> trace.compute(what, shape, inputs))
                .orElseGet(
                        () -> {
                            List<Held> held = Arrays.stream(inputs).map(Tensor::held).toList();
                            return of(engine().compute(what, held), shape);
                        });
    }

    /** The size along each axis. */
    public Shape shape() {
        return shape;
    }

    /** The number of axes. */
    public int rank() {
        return shape.rank();
    }

    /** The size along one axis; -1 is the last axis. */
    public int size(int axis) {
        int size = shape.size(Sizes.axis("size", axis, rank()));
        if (size == Sizes.BATCH) {
            throw new Untraceable("asks for the size of the batch");
        }
        return size;
    }

    /** The only value of a tensor that has just one. */
    public float value() {
        float[] values = values();
        if (values.length != 1) {
            throw LungoException.badInput(
                    "value() reads a single number.",
                    "a tensor " + Sizes.text(shape),
                    "a tensor with one value",
                    "reduce it first, for example with mean(), or read them all with values().");
        }
        return values[0];
    }

    /** All values, row by row, as a new array. */
    public float[] values() {
        Content current = content;
        if (current instanceof Content.InModel) {
            throw new Untraceable("reads values");
        }
        return current instanceof Content.InJava java
                ? java.values().clone()
                : ((Content.InEngine) current).held().values();
    }

    /** The values of a tensor with two axes as an array of rows. */
    public float[][] rows() {
        if (rank() != 2) {
            throw LungoException.badInput(
                    "rows() reads a tensor with two axes.",
                    "a tensor " + Sizes.text(shape),
                    "rows x columns",
                    "reshape it first, for example with reshape(1, -1).");
        }
        float[] all = values();
        float[][] rows = new float[size(0)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(all, i * size(1), (i + 1) * size(1));
        }
        return rows;
    }

    /**
     * How this number changes with each value of a variable: {@code loss.gradient(w)}.
     *
     * @return a tensor of the variable's shape, through which gradients flow in turn
     * @throws LungoException if this is not one number, or the variable has no part in it
     */
    public Tensor gradient(Tensor variable) {
        return gradients(variable).get(0);
    }

    /** How this number changes with each value of some variables, in their order. */
    public List<Tensor> gradients(Tensor... variables) {
        Gradients.check(this, variables);
        List<Held> found =
                engine().gradients(held(), Arrays.stream(variables).map(Tensor::held).toList());
        if (found.isEmpty()) {
            throw Gradients.noPart();
        }
        List<Tensor> gradients = new ArrayList<>();
        for (int i = 0; i < variables.length; i++) {
            gradients.add(of(found.get(i), variables[i].shape()));
        }
        return gradients;
    }

    /** Whether this stands for a model's values of which the first axis alone is the batch. */
    public boolean isBatch() {
        return content instanceof Content.InModel && shape.sizes().lastIndexOf(Sizes.BATCH) == 0;
    }

    /** Whether gradients flow through to a variable. */
    boolean learns() {
        return content instanceof Content.InEngine engine && engine.held().learns();
    }

    Content content() {
        return content;
    }

    /** The values inside the engine, brought there now if they were not yet. */
    public Held held() {
        if (content instanceof Content.InModel) {
            throw new Untraceable("computes with values");
        }
        if (content instanceof Content.InJava java) {
            content = new Content.InEngine(engine().hold(java.values(), shape));
        }
        return ((Content.InEngine) content).held();
    }

    private static TensorEngine engine() {
        return Engine.load().tensors();
    }

    /** The shape without the values: {@code tensor 2 x 3}. */
    public String outline() {
        return "tensor " + Sizes.text(shape);
    }

    @Override
    Tensor self() {
        return this;
    }

    @Override
    public Bundle bundle() {
        return content instanceof Content.InModel
                ? Bundle.text(outline())
                : TensorPicture.bundle(values(), shape);
    }

    @Override
    public String toString() {
        return content instanceof Content.InModel ? outline() : TensorPicture.text(values(), shape);
    }
}
