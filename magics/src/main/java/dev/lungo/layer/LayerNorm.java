package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.NormOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Brings the last axis of each example to mean 0 and variance 1: {@code layerNorm()}.
 *
 * <p>Keras' default epsilon is 0.001, PyTorch's 0.00001, BERT's 1e-12. Source: Ba and others, Layer
 * Normalization, 2016.
 *
 * @param epsilon added to the variance, more than 0
 * @param options what it was told beside
 */
public record LayerNorm(double epsilon, LayerOptions options)
        implements WithWeights<LayerNorm>, Activated<LayerNorm> {
    public LayerNorm {
        Arguments.epsilon("layerNorm()", epsilon);
    }

    /** Keras' defaults. */
    public LayerNorm() {
        this(1e-3, LayerOptions.NONE);
    }

    /** A copy that adds this to the variance. */
    public LayerNorm epsilon(double epsilon) {
        return new LayerNorm(epsilon, options);
    }

    @Override
    public LayerNorm with(LayerOptions options) {
        return new LayerNorm(epsilon, options);
    }

    @Override
    public LayerNorm activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "layerNorm";
    }

    @Override
    public String label() {
        return "layerNorm";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int features = input.shape().size(input.shape().rank() - 1);
        var norm =
                new NormOperation.LayerNorm(
                        graph.weight("gamma", LayerOptions.ONES, features),
                        graph.weight("beta", LayerOptions.ZEROS, features),
                        epsilon);
        return options.activated(graph, graph.add(norm, input.shape(), input));
    }

    @Override
    public String toString() {
        return "layerNorm()"
                + (epsilon == 1e-3 ? "" : ".epsilon(" + epsilon + ")")
                + options.written();
    }
}
