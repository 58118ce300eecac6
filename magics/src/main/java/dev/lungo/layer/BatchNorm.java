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
 * moving ones in training too, as in Keras. Keras' defaults: momentum 0.99, epsilon 0.001; {@link
 * #asInTorch} has PyTorch's. Source: Ioffe and Szegedy, Batch Normalization, 2015.
 *
 * @param momentum what share of the moving values stays at each step, from 0 to 1
 * @param epsilon added to the variance, more than 0
 * @param unbiased whether the moving variance is that of a sample, as in PyTorch
 * @param options what it was told beside
 */
public record BatchNorm(double momentum, double epsilon, boolean unbiased, LayerOptions options)
        implements WithWeights<BatchNorm>, Activated<BatchNorm> {
    public BatchNorm {
        if (!(momentum >= 0 && momentum <= 1)) {
            throw LungoException.badInput(
                    "batchNorm().momentum(" + momentum + ") cannot be made.",
                    "momentum " + momentum,
                    "0 to 1",
                    "for example momentum(0.9); PyTorch's momentum 0.1 is 0.9 here.");
        }
        Arguments.epsilon("batchNorm()", epsilon);
    }

    /** Keras' defaults. */
    public BatchNorm() {
        this(0.99, 1e-3, false, LayerOptions.NONE);
    }

    /** A copy that keeps this share of the moving values at each step. */
    public BatchNorm momentum(double momentum) {
        return new BatchNorm(momentum, epsilon, unbiased, options);
    }

    /** A copy that adds this to the variance. */
    public BatchNorm epsilon(double epsilon) {
        return new BatchNorm(momentum, epsilon, unbiased, options);
    }

    /**
     * A copy with PyTorch's defaults: momentum 0.9 (0.1 in its words), epsilon 0.00001, and the
     * moving variance that of a sample. Source: PyTorch 2.7, torch.nn.BatchNorm2d.
     */
    public BatchNorm asInTorch() {
        return new BatchNorm(0.9, 1e-5, true, options);
    }

    @Override
    public BatchNorm with(LayerOptions options) {
        return new BatchNorm(momentum, epsilon, unbiased, options);
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
        int channels = input.shape().size(input.shape().rank() - 1);
        var norm =
                new NormOperation.BatchNorm(
                        graph.weight("gamma", LayerOptions.ONES, channels),
                        graph.weight("beta", LayerOptions.ZEROS, channels),
                        graph.buffer("movingMean", LayerOptions.ZEROS, channels),
                        graph.buffer("movingVariance", LayerOptions.ONES, channels),
                        momentum,
                        epsilon,
                        unbiased,
                        graph.scope().frozen());
        return options.activated(graph, graph.add(norm, input.shape(), input));
    }

    @Override
    public String toString() {
        return "batchNorm()" + (unbiased ? ".asInTorch()" : "") + options.written();
    }
}
