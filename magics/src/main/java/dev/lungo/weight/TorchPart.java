package dev.lungo.weight;

import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One array of a PyTorch module, made of runs of our weights.
 *
 * @param name its name in the module, for example {@code weight_ih_l0}
 * @param sizes its sizes
 * @param runs where its values are with us, one after the other
 */
record TorchPart(String name, List<Integer> sizes, List<Run> runs) {
    /**
     * Values of one of our weights.
     *
     * @param weight whose
     * @param from the first
     * @param count how many
     */
    record Run(Weight weight, int from, int count) {
        static Run all(Weight weight) {
            return new Run(weight, 0, weight.elements());
        }
    }

    /** A whole weight of ours in its own sizes. */
    static TorchPart of(String name, Weight weight) {
        return new TorchPart(name, weight.sizes(), List.of(Run.all(weight)));
    }

    /** Weights of ours one below the other. */
    static TorchPart stacked(String name, List<Weight> weights) {
        List<Integer> sizes = new ArrayList<>(weights.get(0).sizes());
        sizes.set(0, weights.stream().mapToInt(weight -> weight.sizes().get(0)).sum());
        return new TorchPart(name, sizes, weights.stream().map(Run::all).toList());
    }

    /**
     * Adds the array's values to ours: where PyTorch has two biases and we one, it is their sum.
     */
    void addTo(Map<String, float[]> ours, float[] values) {
        int at = 0;
        for (Run run : runs) {
            float[] to = ours.get(run.weight().name());
            for (int i = 0; i < run.count(); i++) {
                to[run.from() + i] += values[at++];
            }
        }
    }

    /** The array of our values; {@code given} has the weights that an array before it gave. */
    float[] of(Map<String, float[]> ours, Set<Run> given) {
        float[] values = new float[runs.stream().mapToInt(Run::count).sum()];
        int at = 0;
        for (Run run : runs) {
            if (given.add(run)) {
                float[] from = ours.get(run.weight().name());
                System.arraycopy(from, run.from(), values, at, run.count());
            }
            at += run.count();
        }
        return values;
    }
}
