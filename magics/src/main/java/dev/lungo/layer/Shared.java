package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A layer with the same weights wherever one model uses it.
 *
 * <pre>{@code
 * var twin = shared(block(dense(64).relu(), dense(16)));
 * model(List.of(a, b), dense(1).sigmoid().of(subtract(twin.of(a), twin.of(b))))
 * }</pre>
 *
 * <p>As in Keras a layer object that is called twice. Training moves the weights by the gradients
 * of all uses together. Two models share nothing.
 *
 * @param layer what is shared
 * @param number what tells it from other shared layers that are written alike
 */
public record Shared(Layer layer, long number) implements Joining {
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** A layer that shares its weights with no other. */
    public Shared(Layer layer) {
        this(layer, NUMBERS.getAndIncrement());
    }

    @Override
    public String kind() {
        return layer.kind();
    }

    @Override
    public String label() {
        return layer.label();
    }

    @Override
    public Optional<String> name() {
        return layer.name();
    }

    @Override
    public boolean isFrozen() {
        return layer.isFrozen();
    }

    @Override
    public Shared named(String name) {
        return new Shared(layer.named(name), number);
    }

    @Override
    public Shared frozen() {
        return new Shared(layer.frozen(), number);
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return layer.misfit(input, above);
    }

    @Override
    public Optional<Misfit> misfit(List<Shape> inputs) {
        return Applied.misfit(layer, inputs, List.of());
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        return graph.shared(number, () -> Inside.build(graph, layer, inputs));
    }

    @Override
    public String toString() {
        return "shared(" + layer + ")";
    }
}
