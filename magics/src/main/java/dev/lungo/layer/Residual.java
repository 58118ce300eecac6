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
 * <p>The layers inside must give the shape that they take, or that of the {@link #shortcut}.
 * Source: He and others, Deep Residual Learning for Image Recognition, 2015.
 *
 * @param layers the layers inside
 * @param shortcut what the residual reads goes through these before it is added; none by default
 * @param function the activation function after the sum, if any
 */
public record Residual(List<Layer> layers, List<Layer> shortcut, Optional<Activation> function)
        implements Layer, Activated<Residual> {
    public Residual {
        layers = List.copyOf(layers);
        shortcut = List.copyOf(shortcut);
    }

    /**
     * A copy that sends what it reads through layers too, where shapes change: {@code
     * .shortcut(conv2d(64, 1).stride(2), batchNorm())}.
     */
    public Residual shortcut(Layer... layers) {
        return new Residual(this.layers, List.of(layers), function);
    }

    @Override
    public Residual activation(Activation function) {
        return new Residual(layers, shortcut, Optional.of(function));
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
        Optional<Misfit> around = Inside.misfit(shortcut, input);
        if (around.isPresent()) {
            return around;
        }
        Shape given = Inside.output(layers, input);
        Shape wanted = Inside.output(shortcut, input);
        return given.equals(wanted)
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                shortcut.isEmpty()
                                        ? "residual(...) adds what its layers give to what they"
                                                + " read: they read %s, but give %s."
                                                        .formatted(input, given)
                                        : "residual(...) adds what its layers give to what its"
                                                + " shortcut gives: %s and %s."
                                                        .formatted(given, wanted),
                                "Let the last layer inside give %s; .same() keeps height and width."
                                        .formatted(wanted)));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Node inside = Inside.build(graph, layers, input);
        Node around = Inside.build(graph, shortcut, input);
        Node sum = graph.add(new Operation.Merge(How.ADD), inside.shape(), around, inside);
        return function.map(f -> graph.add(new Operation.Activate(f), sum.shape(), sum))
                .orElse(sum);
    }

    @Override
    public String toString() {
        return "residual("
                + Inside.written(layers)
                + ")"
                + (shortcut.isEmpty() ? "" : ".shortcut(" + Inside.written(shortcut) + ")")
                + function.map(f -> "." + f.call()).orElse("");
    }
}
