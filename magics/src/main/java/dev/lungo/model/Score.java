package dev.lungo.model;

import dev.lungo.data.Targets;
import dev.lungo.metric.Metric;
import dev.lungo.metric.Outputs;
import dev.lungo.metric.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loss and metrics over some examples, added up as their outputs come. */
final class Score {
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private double loss;
    private long examples;

    Score(List<Metric> metrics) {
        metrics.forEach(metric -> tallies.put(metric.name(), metric.begin()));
    }

    /** Whether it looks at outputs, beside the loss. */
    boolean wantsOutputs() {
        return !tallies.isEmpty();
    }

    /** Takes in the loss, summed over this many examples. */
    void addLoss(double sum, int count) {
        loss += sum;
        examples += count;
    }

    /** Takes in what came out for some examples. */
    void add(Outputs outputs, Targets targets) {
        tallies.values().forEach(tally -> tally.add(outputs, targets));
    }

    /** The figures so far, each name after this prefix: {@code val_loss}, {@code val_accuracy}. */
    Map<String, Double> values(String prefix) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(prefix + "loss", loss / examples);
        tallies.forEach((name, tally) -> values.put(prefix + name, tally.value()));
        return values;
    }
}
