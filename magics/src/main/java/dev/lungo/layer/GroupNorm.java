package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.NormOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Brings groups of channels of each example to mean 0 and variance 1: {@code groupNorm(8).relu()}.
 *
 * <p>Unlike {@code batchNorm} it does not depend on the other examples of the batch. Keras' default
 * epsilon is 0.001, {@link #pytorch PyTorch's} 0.00001. Source: Wu and He, Group Normalization,
 * 2018.
 *
 * @param groups into how many groups the channels are cut
 * @param added what is added to the variance, more than 0, where chosen
 * @param options what it was told beside
 */
public record GroupNorm(int groups, Optional<Double> added, LayerOptions options)
        implements WithWeights<GroupNorm>, Activated<GroupNorm> {
    public GroupNorm {
        atLeastOne("groups", groups, call(groups), "groupNorm(8)");
        added.ifPresent(epsilon -> Arguments.epsilon(call(groups), epsilon));
    }

    /** Keras' defaults. */
    public GroupNorm(int groups) {
        this(groups, Optional.empty(), LayerOptions.NONE);
    }

    /** A copy that adds this to the variance. */
    public GroupNorm epsilon(double epsilon) {
        return new GroupNorm(groups, Optional.of(epsilon), options);
    }

    @Override
    public GroupNorm with(LayerOptions options) {
        return new GroupNorm(groups, added, options);
    }

    @Override
    public GroupNorm activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "groupNorm";
    }

    @Override
    public String label() {
        return "groupNorm " + groups;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 2 && input.rank() != 3) {
            return Arguments.channels(call(groups), input);
        }
        int channels = input.size(input.rank() - 1);
        return channels % groups == 0
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s cannot cut the %d channels of %s into %d equal groups."
                                        .formatted(call(groups), channels, input, groups),
                                "Use a number of groups that divides " + channels + "."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int channels = input.shape().size(input.shape().rank() - 1);
        var norm =
                new NormOperation.GroupNorm(
                        graph.weight("gamma", LayerOptions.ONES, channels),
                        graph.weight("beta", LayerOptions.ZEROS, channels),
                        groups,
                        added.orElse(options.isPyTorch(graph) ? 1e-5 : 1e-3));
        return options.activated(graph, graph.add(norm, input.shape(), input));
    }

    private static String call(int groups) {
        return "groupNorm(" + groups + ")";
    }

    @Override
    public String toString() {
        return call(groups)
                + added.map(epsilon -> ".epsilon(" + epsilon + ")").orElse("")
                + options.written();
    }
}
