package dev.lungo.graph;

import java.util.random.RandomGenerator;

/** How a weight gets its first values. */
public sealed interface Initializer {
    /** {@code count} first values. */
    float[] values(int count, RandomGenerator random);

    /** All zeros, as Keras starts biases. */
    record Zeros() implements Initializer {
        @Override
        public float[] values(int count, RandomGenerator random) {
            return new float[count];
        }
    }

    /**
     * Uniform in plus or minus {@code sqrt(6 / (fanIn + fanOut))}, Keras' default for kernels.
     *
     * <p>Source: Glorot and Bengio, Understanding the difficulty of training deep feedforward
     * neural networks, 2010.
     *
     * @param fanIn inputs that one output sees
     * @param fanOut outputs that one input feeds
     */
    record GlorotUniform(int fanIn, int fanOut) implements Initializer {
        @Override
        public float[] values(int count, RandomGenerator random) {
            double limit = Math.sqrt(6.0 / (fanIn + fanOut));
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) (limit * (2 * random.nextDouble() - 1));
            }
            return values;
        }
    }
}
