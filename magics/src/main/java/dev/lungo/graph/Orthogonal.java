package dev.lungo.graph;

import java.util.random.RandomGenerator;

/**
 * First values whose rows, or whose columns where they are fewer, stand at right angles and have
 * length 1.
 *
 * <p>Saxe and others, Exact solutions to the nonlinear dynamics of learning in deep linear neural
 * networks, 2014.
 */
public record Orthogonal() implements Initializer {
    @Override
    public float[] values(Weight weight, RandomGenerator random) {
        int rows = weight.sizes().get(0);
        int columns = weight.elements() / rows;
        int count = Math.min(rows, columns);
        double[][] axes = axes(count, Math.max(rows, columns), random);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            int column = i % columns;
            values[i] = (float) (rows == count ? axes[row][column] : axes[column][row]);
        }
        return values;
    }

    /** Gram and Schmidt, each twice: once is not exact enough where directions are close. */
    private static double[][] axes(int count, int size, RandomGenerator random) {
        double[][] axes = new double[count][size];
        for (int i = 0; i < count; i++) {
            double[] axis = axes[i];
            for (int k = 0; k < size; k++) {
                axis[k] = random.nextGaussian();
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int before = 0; before < i; before++) {
                    add(axis, -dot(axis, axes[before]), axes[before]);
                }
            }
            double length = Math.sqrt(dot(axis, axis));
            for (int k = 0; k < size; k++) {
                axis[k] /= length;
            }
        }
        return axes;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] from) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * from[k];
        }
    }
}
