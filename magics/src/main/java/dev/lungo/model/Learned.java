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
 * What a model knows beyond its layers: weights and the optimizer's state, how it sees inputs,
 * class names, and its epochs so far.
 */
final class Learned {
    private final Graph graph;
    private final List<Epoch> epochs = new ArrayList<>();
    private List<Transform> transforms = List.of();

    /** How inputs are seen as long as no training has decided it. */
    private List<Transform> untrained;

    private List<String> classNames = List.of();

    private boolean begun;
    private long steps;
    private double rateFactor = 1;

    /** Weights and the optimizer's state while no engine holds them. */
    private Optional<Map<String, float[]>> values = Optional.empty();

    private Optional<Network> network = Optional.empty();

    /** What the network was opened to learn. */
    private Optional<Objective> opened = Optional.empty();

    Learned(Graph graph) {
        this.graph = graph;
        this.untrained =
                graph.inputs().stream()
                        .map(input -> input.shape().rank() == 3)
                        .map(picture -> picture ? Transform.unit() : Transform.raw())
                        .toList();
    }

    List<Epoch> epochs() {
        return epochs;
    }

    /** How each input is seen; empty before the first fit. */
    List<Transform> transforms() {
        return transforms;
    }

    List<String> classNames() {
        return classNames;
    }

    /** How many steps the optimizer has made since it was chosen. */
    long steps() {
        return steps;
    }

    /** The optimizer has made some more steps. */
    void stepped(int more) {
        steps += more;
    }

    /** What the learning rate is multiplied with, after plateaus. */
    double rateFactor() {
        return rateFactor;
    }

    void rateFactor(double factor) {
        rateFactor = factor;
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
            forgetValues();
        }
        if (transforms.isEmpty()) {
            release();
            transforms = data.transforms();
            classNames = data.classNames();
        }
        begun = true;
        return network(seed, Optional.of(objective));
    }

    /** Sees inputs like this from now on, unless a fit has decided otherwise. */
    void look(List<Transform> seen) {
        if (transforms.isEmpty() && !seen.equals(untrained)) {
            release();
            untrained = seen;
        }
    }

    /** The network as it stands, made now if there is none. */
    Network network(Optional<Objective> objective) {
        return network.orElseGet(() -> network(System.nanoTime(), objective));
    }

    /** The network that measures or learns by this. */
    Network network(long seed, Objective objective) {
        return network(seed, Optional.of(objective));
    }

    private Network network(long seed, Optional<Objective> objective) {
        if (network.isPresent() && !objective.equals(opened)) {
            release();
        }
        if (network.isEmpty()) {
            Map<String, float[]> first = values.orElseGet(() -> firstWeights(seed));
            network = Optional.of(Engine.load().open(program(objective), first));
            network.get().seed(seed);
            opened = objective;
            values = Optional.empty();
        }
        return network.get();
    }

    /** The model as the engine sees it. */
    Program program(Optional<Objective> objective) {
        return new Program(graph, transforms.isEmpty() ? untrained : transforms, objective);
    }

    /** A copy of the weights, made now if there are none. */
    Map<String, float[]> weights() {
        if (network.isPresent()) {
            return network.get().weights();
        }
        Map<String, float[]> all = all();
        Map<String, float[]> weights = new LinkedHashMap<>();
        graph.weights().forEach(weight -> weights.put(weight.name(), all.get(weight.name())));
        return weights;
    }

    /** A copy of the weights and of the optimizer's state. */
    Map<String, float[]> all() {
        if (network.isPresent()) {
            Map<String, float[]> all = new LinkedHashMap<>(network.get().weights());
            all.putAll(network.get().state());
            return all;
        }
        if (values.isEmpty()) {
            values = Optional.of(firstWeights(System.nanoTime()));
        }
        return values.get();
    }

    /** Other weights in place of these; the optimizer's state stays. */
    void replaceWeights(Map<String, float[]> weights) {
        Map<String, float[]> all = new LinkedHashMap<>(all());
        all.putAll(weights);
        release();
        values = Optional.of(all);
    }

    /** Weights that the user chose: a fit begins with them, whatever its seed. */
    void give(Map<String, float[]> weights) {
        replaceWeights(weights);
        begun = true;
    }

    /** Takes on what a file holds. */
    void restore(Saved saved, Map<String, float[]> from) {
        reset();
        transforms = saved.transforms();
        classNames = saved.classNames();
        epochs.addAll(saved.epochs());
        steps = saved.steps();
        rateFactor = saved.rateFactor();
        begun = !transforms.isEmpty();
        values = Optional.of(from);
    }

    /** Takes everything out of the engine, so that it can be opened again for another purpose. */
    void release() {
        network.ifPresent(
                open -> {
                    values = Optional.of(all());
                    open.close();
                });
        network = Optional.empty();
    }

    /** Another optimizer comes: what the one before kept is of no use to it. */
    void forgetOptimizer() {
        if (network.isPresent() || values.isPresent()) {
            Map<String, float[]> weights = weights();
            forgetValues();
            values = Optional.of(weights);
        }
        steps = 0;
        rateFactor = 1;
    }

    /** Back to a model that has seen nothing. */
    void reset() {
        forgetValues();
        transforms = List.of();
        classNames = List.of();
        epochs.clear();
        begun = false;
        steps = 0;
        rateFactor = 1;
    }

    private void forgetValues() {
        network.ifPresent(Network::close);
        network = Optional.empty();
        values = Optional.empty();
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
