package dev.lungo.model;

import dev.lungo.callback.Epoch;
import dev.lungo.data.Dataset;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a model knows beyond its layers: weights, how it sees inputs, class names, and its epochs so
 * far.
 */
final class Learned {
    private final Graph graph;
    private final List<Epoch> epochs = new ArrayList<>();
    private Optional<Transform> transform = Optional.empty();
    private List<String> classNames = List.of();
    private boolean begun;

    /** Weights while no engine holds them. */
    private Optional<Map<String, float[]>> weights = Optional.empty();

    private Optional<Network> network = Optional.empty();

    Learned(Graph graph) {
        this.graph = graph;
    }

    List<Epoch> epochs() {
        return epochs;
    }

    Optional<Transform> transform() {
        return transform;
    }

    List<String> classNames() {
        return classNames;
    }

    /**
     * The network to train, from now on seeing inputs as this data wants to be seen.
     *
     * @param seed decides the first weights, if training has not begun
     * @param chosen whether the user chose the seed: then weights that a prediction made by chance
     *     are made again
     */
    Network begin(Dataset data, long seed, boolean chosen, Objective objective) {
        if (!begun && chosen) {
            forgetWeights();
        }
        if (transform.isEmpty()) {
            release();
            transform = Optional.of(data.transform());
            classNames = data.classNames();
        }
        begun = true;
        return network(seed, Optional.of(objective));
    }

    /** The network as it stands, made now if there is none. */
    Network network(Optional<Objective> objective) {
        return network(System.nanoTime(), objective);
    }

    private Network network(long seed, Optional<Objective> objective) {
        if (network.isEmpty()) {
            Map<String, float[]> first = weights.orElseGet(() -> firstWeights(seed));
            Program program = new Program(graph, transform.orElse(Transform.unit()), objective);
            network = Optional.of(Engine.load().open(program, first));
            weights = Optional.empty();
        }
        return network.get();
    }

    /** Takes the weights out of the engine, so that it can be opened again for another purpose. */
    void release() {
        network.ifPresent(
                open -> {
                    weights = Optional.of(open.weights());
                    open.close();
                });
        network = Optional.empty();
    }

    /** Back to a model that has seen nothing. */
    void reset() {
        forgetWeights();
        transform = Optional.empty();
        classNames = List.of();
        epochs.clear();
        begun = false;
    }

    private void forgetWeights() {
        network.ifPresent(Network::close);
        network = Optional.empty();
        weights = Optional.empty();
    }

    private Map<String, float[]> firstWeights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> first = new LinkedHashMap<>();
        for (Weight weight : graph.weights()) {
            first.put(weight.name(), weight.first(random.split()));
        }
        return first;
    }
}
