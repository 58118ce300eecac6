package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.TensorFunction;

/** Parts of a tensor. Positions count from 0; negative ones from the end, -1 is the last. */
abstract class TensorIndexing extends TensorShapes {
    /**
     * What is at these positions of the first axes: {@code x.at(0)} is the first row, {@code
     * x.at(0, 2)} the third value in it.
     */
    public Tensor at(int... positions) {
        if (positions.length > self().rank()) {
            throw LungoException.badInput(
                    "at names more positions than the tensor has axes.",
                    positions.length + " positions for a tensor " + Sizes.text(self().shape()),
                    "at most " + self().rank(),
                    "leave some out.");
        }
        Tensor part = self();
        for (int position : positions) {
            part = part.select(0, position);
        }
        return part;
    }

    /** What is at one position of an axis, which then is gone: {@code x.select(1, -1)}. */
    public Tensor select(int axis, int position) {
        Shape shape = self().shape();
        int chosen = Sizes.axis("select", axis, shape.rank());
        int at = Sizes.position("select", position, chosen, shape);
        return Tensor.compute(
                TensorFunction.SELECT,
                Sizes.without(shape, new int[] {chosen}),
                new double[] {chosen, at},
                self());
    }

    /** Positions {@code from} up to, not including, {@code to} of an axis. */
    public Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /** Every {@code step}th position from {@code from} up to, not including, {@code to}. */
    public Tensor slice(int axis, int from, int to, int step) {
        Shape shape = self().shape();
        int chosen = Sizes.axis("slice", axis, shape.rank());
        int size = shape.size(chosen);
        if (size == Sizes.BATCH) {
            throw new Untraceable("takes a part of the batch");
        }
        int first = from < 0 ? from + size : from;
        int last = to < 0 ? to + size : to;
        if (first < 0 || last > size || first > last || step < 1) {
            throw LungoException.badInput(
                    "slice asks for a part that axis " + axis + " does not have.",
                    "from "
                            + from
                            + " to "
                            + to
                            + " by "
                            + step
                            + " of a tensor "
                            + Sizes.text(shape),
                    "0 to at most " + size + ", the smaller first, by steps of 1 or more",
                    "size(" + axis + ") is the end; -1 leaves out the last.");
        }
        return Tensor.compute(
                TensorFunction.SLICE,
                Sizes.with(shape, chosen, (last - first + step - 1) / step),
                new double[] {chosen, first, last, step},
                self());
    }

    /** The named positions of an axis, in that order: {@code x.take(0, 5, 2, 2)} has three rows. */
    public Tensor take(int axis, int... positions) {
        Shape shape = self().shape();
        int chosen = Sizes.axis("take", axis, shape.rank());
        float[] wanted = new float[positions.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Sizes.position("take", positions[i], chosen, shape);
        }
        return Tensor.compute(
                TensorFunction.TAKE,
                Sizes.with(shape, chosen, wanted.length),
                new double[] {chosen},
                self(),
                Tensor.of(wanted, Shape.of(wanted.length)));
    }

    /**
     * One value from each row: {@code x.pick(labels)} is {@code x[i, labels[i]]}.
     *
     * @param positions as many as there are rows, each a position on the last axis
     */
    public Tensor pick(Tensor positions) {
        Shape shape = self().shape();
        int last = Sizes.axis("pick", -1, shape.rank());
        Shape rows = Sizes.without(shape, new int[] {last});
        if (!positions.shape().equals(rows)) {
            throw LungoException.badInput(
                    "pick needs one position for each row.",
                    "positions "
                            + Sizes.text(positions.shape())
                            + " for a tensor "
                            + Sizes.text(shape),
                    "positions " + Sizes.text(rows),
                    "reshape the positions.");
        }
        positions.inside("pick", shape.size(last));
        Shape column = Sizes.inserted(rows, last, 1);
        return Tensor.compute(
                        TensorFunction.GATHER,
                        column,
                        new double[] {last},
                        self(),
                        positions.unsqueeze(last))
                .select(last, 0);
    }

    /** A row of 0 with one 1 for each value, which is a position below {@code size}. */
    public Tensor oneHot(int size) {
        self().inside("oneHot", size);
        return Tensor.compute(
                TensorFunction.ONE_HOT,
                Sizes.inserted(self().shape(), self().rank(), size),
                new double[] {size},
                self());
    }

    /** Checks that all values, where there are any yet, are positions from 0 to below a size. */
    void inside(String call, int size) {
        if (self().content() instanceof Content.InModel) {
            return;
        }
        for (float value : self().values()) {
            if (!(value >= 0 && value < size) || value != Math.rint(value)) {
                throw LungoException.badInput(
                        call + " needs positions.",
                        Numbers.text(value),
                        "whole numbers from 0 to " + (size - 1),
                        "check the values, or the number of positions.");
            }
        }
    }
}
