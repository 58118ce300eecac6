package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Fans;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Penalty;
import dev.lungo.graph.Weight;
import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Adds the weights that a lambda asks for to the layer being built. */
final class NewWeights implements OwnWeights {
    private final String layer;
    private final GraphBuilder graph;
    private final Function<Weight, Tensor> value;
    private final Map<String, Weight> weights = new LinkedHashMap<>();

    /**
     * None yet.
     *
     * @param value what the lambda gets for a weight
     */
    NewWeights(String layer, GraphBuilder graph, Function<Weight, Tensor> value) {
        this.layer = layer;
        this.graph = graph;
        this.value = value;
    }

    /** What was asked for, in that order. */
    List<Weight> weights() {
        return List.copyOf(weights.values());
    }

    @Override
    public Tensor weight(String name, Initializer first, int... sizes) {
        List<Integer> wanted = Shape.of(sizes).sizes();
        Arguments.name("weight", name, "factor");
        Weight weight = weights.computeIfAbsent(name, n -> add(n, first, wanted));
        if (!weight.sizes().equals(wanted)) {
            throw LungoException.badInput(
                    "The layer " + layer + " has two weights of one name.",
                    "\"" + name + "\" of " + new Shape(wanted),
                    "\"" + name + "\" of " + new Shape(weight.sizes()) + ", as before",
                    "give one of them another name.");
        }
        return value.apply(weight);
    }

    private Weight add(String name, Initializer first, List<Integer> sizes) {
        if (sizes.stream().anyMatch(size -> size < 1)) {
            throw LungoException.badInput(
                    "The layer " + layer + " has a weight without numbers.",
                    "\"" + name + "\" of " + new Shape(sizes),
                    "sizes of 1 or more",
                    "for example own.weight(\"" + name + "\", x.size(-1)).");
        }
        return graph.weight(name, first, fans(sizes), Penalty.NONE, sizes.toArray(Integer[]::new));
    }

    /** As Keras counts: inputs and outputs are the last two sizes, what is before them a window. */
    private static Fans fans(List<Integer> sizes) {
        if (sizes.size() < 2) {
            return Fans.of(sizes);
        }
        int last = sizes.size() - 1;
        long window = sizes.subList(0, last - 1).stream().reduce(1, Math::multiplyExact);
        return new Fans(window * sizes.get(last - 1), window * sizes.get(last));
    }
}
