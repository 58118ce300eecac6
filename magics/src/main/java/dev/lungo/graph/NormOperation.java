package dev.lungo.graph;

/** Operations that bring values to mean 0 and variance 1, or to length 1. */
public interface NormOperation extends Operation {
    /**
     * Each channel by the mean and variance of the batch while training, else by moving ones.
     *
     * @param scale one factor a channel
     * @param shift one summand a channel
     * @param mean the moving mean
     * @param variance the moving variance
     * @param momentum what share of the moving values stays at each step
     * @param epsilon added to the variance
     * @param unbiased whether the moving variance is that of a sample, as in PyTorch
     * @param frozen whether the moving values are used while training, and stay
     */
    record BatchNorm(
            Weight scale,
            Weight shift,
            Weight mean,
            Weight variance,
            double momentum,
            double epsilon,
            boolean unbiased,
            boolean frozen)
            implements NormOperation {}

    /**
     * Groups of channels of each example by their own mean and variance.
     *
     * @param scale one factor a channel
     * @param shift one summand a channel
     * @param groups into how many groups the channels are cut
     * @param epsilon added to the variance
     */
    record GroupNorm(Weight scale, Weight shift, int groups, double epsilon)
            implements NormOperation {}

    /**
     * The last axis of each example by its own mean and variance.
     *
     * @param scale one factor a feature
     * @param shift one summand a feature
     * @param epsilon added to the variance
     */
    record LayerNorm(Weight scale, Weight shift, double epsilon) implements NormOperation {
        @Override
        public boolean keepsSteps() {
            return true;
        }
    }

    /** The last axis of each example divided by its Euclidean length. */
    record UnitNorm() implements NormOperation {}
}
