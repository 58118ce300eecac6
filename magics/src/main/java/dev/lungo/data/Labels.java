package dev.lungo.data;

/**
 * One class for each example, counted from 0.
 *
 * @param array the shared array, to be read only
 * @param offset where in the array the first example's class stands
 * @param size the number of examples
 */
public record Labels(int[] array, int offset, int size) implements Targets {
    /** The class of one example. */
    public int label(int example) {
        return array[offset + example];
    }

    @Override
    public Labels part(int first, int size) {
        return new Labels(array, offset + first, size);
    }

    @Override
    public Labels pick(int[] examples) {
        int[] picked = new int[examples.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = label(examples[i]);
        }
        return new Labels(picked, 0, picked.length);
    }

    @Override
    public Labels positions(int count) {
        if (count != 1) {
            throw new IllegalArgumentException("one class for " + count + " positions");
        }
        return this;
    }
}
