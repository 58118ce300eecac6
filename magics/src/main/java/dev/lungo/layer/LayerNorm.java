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
 * <p>Keras' default epsilon is 0.001, {@link #pytorch PyTorch's} 0.00001, BERT's 1e-12. Source: Ba
 * and others, Layer Normalization, 2016.
 *
 * @param added what is added to the variance, more than 0, where chosen
 * @param options what it was told beside
 */
public record LayerNorm(Optional<Double> added, LayerOptions options)
        implements WithWeights<LayerNorm>, Activated<LayerNorm> {
    public LayerNorm {
        added.ifPresent(epsilon -> Arguments.epsilon("layerNorm()", epsilon));
    }

    /** Keras' defaults. */
    public LayerNorm() {
        this(Optional.empty(), LayerOptions.NONE);
    }

    /** A copy that adds this to the variance. */
    public LayerNorm epsilon(double epsilon) {
        return new LayerNorm(Optional.of(epsilon), options);
    }

    @Override
    public LayerNorm with(LayerOptions options) {
        return new LayerNorm(added, options);
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
                        added.orElse(options.isPyTorch(graph) ? 1e-5 : 1e-3));
        return options.activated(graph, graph.add(norm, input.shape(), input));
    }

    @Override
    public String toString() {
        return "layerNorm()"
                + added.map(epsilon -> ".epsilon(" + epsilon + ")").orElse("")
                + options.written();
    }
}
