package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Sets a share of whole channels to zero while training: {@code spatialDropout(0.2)}.
 *
 * <p>For pictures and sequences, where neighbours tell what a single zero would hide. Source:
 * Tompson and others, Efficient Object Localization Using Convolutional Networks, 2015.
 *
 * @param rate the share that is set to zero, from 0 up to, but not including, 1
 */
public record SpatialDropout(double rate) implements Layer {
    public SpatialDropout {
        Arguments.share("spatialDropout", rate);
    }

    @Override
    public String kind() {
        return "spatialDropout";
    }

    @Override
    public String label() {
        return "spatialDropout " + rate;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.channels(toString(), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.add(new Operation.ChannelDropout(rate), input.shape(), input);
    }

    @Override
    public String toString() {
        return "spatialDropout(" + rate + ")";
    }
}
