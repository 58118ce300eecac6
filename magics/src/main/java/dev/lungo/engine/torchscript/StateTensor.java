package dev.lungo.engine.torchscript;

import dev.lungo.engine.Program;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One tensor that an optimizer keeps between steps.
 *
 * @param name the attribute that holds it
 * @param weight the number of the weight whose sizes it has, or -1 for a single number
 * @param initial the value it begins with
 */
record StateTensor(String name, int weight, float initial) {
    /** All tensors of a program's optimizer, if it has one. */
    static List<StateTensor> of(Program program) {
        int weights = program.graph().trainable().size();
        return program.objective()
                .map(objective -> of(OptimizerText.of(objective.optimizer()), weights))
                .orElse(List.of());
    }

    /** The name outside the script: {@code m/dense.kernel}, or {@code steps}. */
    String key(List<Weight> trainable) {
        return weight < 0 ? name : name.charAt(0) + "/" + trainable.get(weight).name();
    }

    /** All tensors of an optimizer for a model with this many weights, in a fixed order. */
    static List<StateTensor> of(OptimizerText optimizer, int weights) {
        List<StateTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, Float> kind : new TreeMap<>(optimizer.state()).entrySet()) {
            if (!isOneForEachWeight(kind.getKey())) {
                tensors.add(new StateTensor(kind.getKey(), -1, kind.getValue()));
                continue;
            }
            for (int i = 0; i < weights; i++) {
                tensors.add(new StateTensor(kind.getKey() + i, i, kind.getValue()));
            }
        }
        return tensors;
    }

    static boolean isOneForEachWeight(String kind) {
        return kind.length() == 1;
    }
}
