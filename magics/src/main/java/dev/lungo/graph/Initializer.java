package dev.lungo.graph;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How a weight gets its first values. */
public interface Initializer {
    /** First values for {@code weight}, in the order of its sizes. */
    float[] values(Weight weight, RandomGenerator random);

    /** Every value the same: 0 as Keras starts biases. */
    record Constant(double value) implements Initializer {
        @Override
        public float[] values(Weight weight, RandomGenerator random) {
            float[] values = new float[weight.elements()];
            Arrays.fill(values, (float) value);
            return values;
        }
    }

    /** Uniform from {@code -limit} to {@code limit}. */
    record Uniform(double limit) implements Initializer {
        @Override
        public float[] values(Weight weight, RandomGenerator random) {
            float[] values = new float[weight.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (limit * (2 * random.nextDouble() - 1));
            }
            return values;
        }
    }

    /** Normal with mean 0. */
    record Normal(double deviation) implements Initializer {
        @Override
        public float[] values(Weight weight, RandomGenerator random) {
            float[] values = new float[weight.elements()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (deviation * random.nextGaussian());
            }
            return values;
        }
    }

    /** Normal with mean 0, drawn again where it lies more than two deviations away. */
    record TruncatedNormal(double deviation) implements Initializer {
        @Override
        public float[] values(Weight weight, RandomGenerator random) {
            float[] values = new float[weight.elements()];
            for (int i = 0; i < values.length; i++) {
                double drawn = random.nextGaussian();
                while (Math.abs(drawn) > 2) {
                    drawn = random.nextGaussian();
                }
                values[i] = (float) (deviation * drawn);
            }
            return values;
        }
    }
}
