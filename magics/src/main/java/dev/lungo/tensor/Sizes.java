package dev.lungo.tensor;

import dev.lungo.LungoException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Shapes of results, and what is said when shapes do not fit. */
final class Sizes {
    /** The size of the batch axis while a model is being written down, when it is not known. */
    static final int BATCH = -1;

    private Sizes() {}

    /** A shape in words: {@code 2 x 3}, or {@code one number}. */
    static String text(Shape shape) {
        return shape.rank() == 0 ? "one number" : shape.toString().replace("-1", "batch");
    }

    /** What two shapes become together: sizes are equal, or 1 and repeated. */
    static Shape broadcast(String call, Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        Integer[] sizes = new Integer[rank];
        for (int i = 1; i <= rank; i++) {
            int mine = i > a.rank() ? 1 : a.size(a.rank() - i);
            int theirs = i > b.rank() ? 1 : b.size(b.rank() - i);
            if (mine != theirs && mine != 1 && theirs != 1) {
                throw LungoException.badInput(
                        call + " cannot combine tensors of these shapes.",
                        text(a) + " and " + text(b),
                        "sizes that are equal or 1, counted from the last axis",
                        "change one of them with reshape, unsqueeze or transpose.");
            }
            sizes[rank - i] = mine == 1 ? theirs : mine;
        }
        return new Shape(List.of(sizes));
    }

    /** An axis counted from 0; -1 is the last. */
    static int axis(String call, int axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw LungoException.badInput(
                    call + " names an axis that the tensor does not have.",
                    "axis " + axis,
                    rank == 0
                            ? "a tensor with axes; this one is one number"
                            : "0 to " + (rank - 1) + ", or -1 for the last",
                    "look at shape() for the axes there are.");
        }
        return axis < 0 ? axis + rank : axis;
    }

    /** Axes counted from 0, in order; none given means all. */
    static int[] axes(String call, int[] axes, int rank) {
        if (axes.length == 0) {
            return IntStream.range(0, rank).toArray();
        }
        int[] chosen = Arrays.stream(axes).map(axis -> axis(call, axis, rank)).sorted().toArray();
        for (int i = 1; i < chosen.length; i++) {
            if (chosen[i] == chosen[i - 1]) {
                throw LungoException.badInput(
                        call + " names an axis twice.",
                        Arrays.toString(axes),
                        "each axis once",
                        "leave out one of them.");
            }
        }
        return chosen;
    }

    /** The shape without these axes. */
    static Shape without(Shape shape, int[] axes) {
        return new Shape(
                IntStream.range(0, shape.rank())
                        .filter(axis -> Arrays.stream(axes).noneMatch(gone -> gone == axis))
                        .mapToObj(shape::size)
                        .toList());
    }

    /** The shape with another size along one axis. */
    static Shape with(Shape shape, int axis, int size) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        sizes.set(axis, size);
        return new Shape(sizes);
    }

    /** The shape with one axis more. */
    static Shape inserted(Shape shape, int axis, int size) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        sizes.add(axis, size);
        return new Shape(sizes);
    }

    /** A position along an axis counted from 0; -1 is the last. */
    static int position(String call, int position, int axis, Shape shape) {
        int size = shape.size(axis);
        if (size == BATCH) {
            // Counted from the end it would need the size.
            if (position >= 0) {
                return position;
            }
            throw new Untraceable("counts from the end of the batch");
        }
        if (position < -size || position >= size) {
            throw LungoException.badInput(
                    call + " asks for a position that axis " + axis + " does not have.",
                    "position " + position + " of a tensor " + text(shape),
                    size == 0 ? "a tensor that is not empty" : "0 to " + (size - 1),
                    "use a position below " + size + ", or -1 for the last.");
        }
        return position < 0 ? position + size : position;
    }
}
