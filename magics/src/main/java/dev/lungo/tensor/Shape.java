package dev.lungo.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The sizes of one example: height, width, channels for an image, one number for a row.
 *
 * <pre>{@code
 * Shape.of(28, 28, 1).toString()   // 28 x 28 x 1
 * Shape.of(28, 28, 1).elements()   // 784
 * }</pre>
 *
 * @param sizes one size for each axis, none negative, without the batch
 */
public record Shape(List<Integer> sizes) {
    public Shape {
        sizes = List.copyOf(sizes);
    }

    /** The shape with these sizes. */
    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** The number of axes. */
    public int rank() {
        return sizes.size();
    }

    /** The size along one axis, counted from 0. */
    public int size(int axis) {
        return sizes.get(axis);
    }

    /** The same shape with another size along the last axis. */
    public Shape withLast(int size) {
        List<Integer> changed = new ArrayList<>(sizes);
        changed.set(rank() - 1, size);
        return new Shape(changed);
    }

    /** The last size: the numbers of one position, such as the channels of a pixel. */
    public int last() {
        return sizes.get(rank() - 1);
    }

    /** The shape without its last size: the places that have {@link #last} numbers each. */
    public Shape positions() {
        return new Shape(sizes.subList(0, rank() - 1));
    }

    /** The number of values in one example. */
    public int elements() {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
