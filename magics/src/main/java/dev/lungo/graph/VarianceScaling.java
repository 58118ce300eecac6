package dev.lungo.graph;

import java.util.random.RandomGenerator;

/**
 * First values whose variance is {@code scale / fan}, so that signals keep their size from layer to
 * layer.
 *
 * <p>Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
 * 2010; He and others, Delving Deep into Rectifiers, 2015; LeCun and others, Efficient BackProp,
 * 1998. The normal form is cut off at two deviations and widened to keep its variance, as in Keras.
 *
 * @param scale the variance times the fan
 * @param fan which number of connections is meant
 * @param uniform uniform, or else normal
 */
public record VarianceScaling(double scale, Fan fan, boolean uniform) implements Initializer {
    /** Which connections are counted. */
    public enum Fan {
        /** The inputs of an output. */
        IN,
        /** The mean of inputs and outputs. */
        MEAN
    }

    /** The deviation of a normal distribution that is cut off at two deviations. */
    private static final double CUT_OFF = 0.8796256610342398;

    @Override
    public float[] values(Weight weight, RandomGenerator random) {
        Fans fans = weight.fans();
        double connections = fan == Fan.IN ? fans.in() : (fans.in() + fans.out()) / 2.0;
        double variance = scale / Math.max(1, connections);
        Initializer drawn =
                uniform
                        ? new Uniform(Math.sqrt(3 * variance))
                        : new TruncatedNormal(Math.sqrt(variance) / CUT_OFF);
        return drawn.values(weight, random);
    }
}
