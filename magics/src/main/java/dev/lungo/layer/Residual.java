package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Adds what layers give to what they read: {@code residual(conv2d(64, 3).same().relu(), conv2d(64,
 * 3).same()).relu()}.
 *
 * <p>The layers inside must give the shape that they take. Source: He and others, Deep Residual
 * Learning for Image Recognition, 2015.
 *
 * @param layers the layers inside
 * @param function the activation function after the sum, if any
 */
public record Residual(List<Layer> layers, Optional<Activation> function)
        implements Layer, Activated<Residual> {
    public Residual {
        layers = List.copyOf(layers);
    }

    @Override
    public Residual activation(Activation function) {
        return new Residual(layers, Optional.of(function));
    }

    @Override
    public String kind() {
        return "residual";
    }

    @Override
    public String label() {
        return "residual of " + layers.size();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        Optional<Misfit> inside = Inside.misfit(layers, input);
        if (inside.isPresent()) {
            return inside;
        }
        Shape given = Inside.output(layers, input);
        return given.equals(input)
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "residual(...) adds what its layers give to what they read: they"
                                        + " read %s, but give %s.".formatted(input, given),
                                "Let the last layer inside give %s; .same() keeps height and width."
                                        .formatted(input)));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Node inside = Inside.build(graph, layers, input);
        Node sum = graph.add(new Operation.Merge(How.ADD), input.shape(), input, inside);
        return function.map(f -> graph.add(new Operation.Activate(f), sum.shape(), sum))
                .orElse(sum);
    }

    @Override
    public String toString() {
        return "residual("
                + Inside.written(layers)
                + ")"
                + function.map(f -> "." + f.call()).orElse("");
    }
}
