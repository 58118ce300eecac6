package dev.lungo.store;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers with a shape, as files hold them.
 *
 * @param sizes one size for each axis
 * @param values row by row, the last axis together
 */
public record FloatArray(List<Integer> sizes, float[] values) {
    public FloatArray {
        sizes = List.copyOf(sizes);
    }

    /** The same values, seen in another shape of as many. */
    public FloatArray reshape(List<Integer> sizes) {
        return new FloatArray(sizes, values);
    }

    /** The axes in another order: axis {@code i} of the result is {@code axes.get(i)} of this. */
    public FloatArray permute(List<Integer> axes) {
        List<Integer> to = axes.stream().map(sizes::get).toList();
        int[] steps = steps(axes);
        float[] moved = new float[values.length];
        int[] at = new int[to.size()];
        for (int i = 0, from = 0; i < moved.length; i++) {
            moved[i] = values[from];
            // Counts up like a mileage counter, the last axis fastest.
            for (int axis = at.length - 1; axis >= 0; axis--) {
                from += steps[axis];
                if (++at[axis] < to.get(axis)) {
                    break;
                }
                from -= steps[axis] * to.get(axis);
                at[axis] = 0;
            }
        }
        return new FloatArray(to, moved);
    }

    /** How far apart neighbours along each of these axes lie. */
    private int[] steps(List<Integer> axes) {
        int[] own = new int[sizes.size()];
        int step = 1;
        for (int axis = own.length - 1; axis >= 0; axis--) {
            own[axis] = step;
            step *= sizes.get(axis);
        }
        return axes.stream().mapToInt(axis -> own[axis]).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatArray array
                && sizes.equals(array.sizes)
                && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return 31 * sizes.hashCode() + Arrays.hashCode(values);
    }
}
