package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Sets a share of the values to zero while training, so that no unit relies on one other: {@code
 * dropout(0.2)}.
 *
 * <p>A seed decides what is drawn. A model that leaves the compiled loop, for a layer that asks for
 * values, draws anew behind that layer: its curve is another one than without, and the same again
 * with the same seed.
 *
 * <p>What stays is scaled up to keep the sum; evaluation and prediction see everything. Source:
 * Srivastava and others, Dropout: A Simple Way to Prevent Neural Networks from Overfitting, 2014.
 *
 * @param rate the share that is set to zero, from 0 up to, but not including, 1
 */
public record Dropout(double rate) implements Layer {
    public Dropout {
        Arguments.share("dropout", rate);
    }

    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public String label() {
        return "dropout " + rate;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.add(new Operation.Dropout(rate), input.shape(), input);
    }

    @Override
    public String toString() {
        return "dropout(" + rate + ")";
    }
}
