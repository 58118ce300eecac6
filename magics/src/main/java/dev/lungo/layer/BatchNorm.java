package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.NormOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Brings each channel to mean 0 and variance 1 over the batch: {@code batchNorm().relu()}.
 *
 * <p>While training by the batch's mean and variance, else by moving ones, which are kept but not
 * trained: {@code moving = momentum * moving + (1 - momentum) * batch}. When frozen it uses the
 * moving ones in training too, as in Keras. Keras' defaults: momentum 0.99, epsilon 0.001; with
 * {@link #pytorch} momentum 0.9 (0.1 in its words), epsilon 0.00001, and the moving variance is
 * that of a sample. Source: Ioffe and Szegedy, Batch Normalization, 2015.
 *
 * @param share what share of the moving values stays at each step, from 0 to 1, where chosen
 * @param added what is added to the variance, more than 0, where chosen
 * @param options what it was told beside
 */
public record BatchNorm(Optional<Double> share, Optional<Double> added, LayerOptions options)
        implements WithWeights<BatchNorm>, Activated<BatchNorm> {
    public BatchNorm {
        share.ifPresent(BatchNorm::check);
        added.ifPresent(epsilon -> Arguments.epsilon("batchNorm()", epsilon));
    }

    /** Keras' defaults. */
    public BatchNorm() {
        this(Optional.empty(), Optional.empty(), LayerOptions.NONE);
    }

    private static void check(double momentum) {
        if (!(momentum >= 0 && momentum <= 1)) {
            throw LungoException.badInput(
                    "batchNorm().momentum(" + momentum + ") cannot be made.",
                    "momentum " + momentum,
                    "0 to 1",
                    "for example momentum(0.9); PyTorch's momentum 0.1 is 0.9 here.");
        }
    }

    /** A copy that keeps this share of the moving values at each step. */
    public BatchNorm momentum(double momentum) {
        return new BatchNorm(Optional.of(momentum), added, options);
    }

    /** A copy that adds this to the variance. */
    public BatchNorm epsilon(double epsilon) {
        return new BatchNorm(share, Optional.of(epsilon), options);
    }

    @Override
    public BatchNorm with(LayerOptions options) {
        return new BatchNorm(share, added, options);
    }

    @Override
    public BatchNorm activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "batchNorm";
    }

    @Override
    public String label() {
        return "batchNorm";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        boolean pytorch = options.isPyTorch(graph);
        int channels = input.shape().size(input.shape().rank() - 1);
        var norm =
                new NormOperation.BatchNorm(
                        graph.weight("gamma", LayerOptions.ONES, channels),
                        graph.weight("beta", LayerOptions.ZEROS, channels),
                        graph.buffer("movingMean", LayerOptions.ZEROS, channels),
                        graph.buffer("movingVariance", LayerOptions.ONES, channels),
                        share.orElse(pytorch ? 0.9 : 0.99),
                        added.orElse(pytorch ? 1e-5 : 1e-3),
                        pytorch,
                        graph.scope().frozen());
        return options.activated(graph, graph.add(norm, input.shape(), input));
    }

    @Override
    public String toString() {
        return "batchNorm()"
                + share.map(momentum -> ".momentum(" + momentum + ")").orElse("")
                + added.map(epsilon -> ".epsilon(" + epsilon + ")").orElse("")
                + options.written();
    }
}
