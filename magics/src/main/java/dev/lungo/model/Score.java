package dev.lungo.model;

import dev.lungo.data.Targets;
import dev.lungo.metric.Metric;
import dev.lungo.metric.Outputs;
import dev.lungo.metric.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Loss and metrics over some examples, added up as their outputs come. */
final class Score {
    private final Meanings meanings;
    private final List<List<Tally>> tallies = new ArrayList<>();
    private final double[] parts;
    private double loss;
    private long examples;

    Score(Meanings meanings) {
        this.meanings = meanings;
        this.parts = new double[meanings.several() ? meanings.each().size() : 0];
        for (Meaning output : meanings.each()) {
            tallies.add(output.metrics().stream().map(Metric::begin).toList());
        }
    }

    /** Whether it looks at outputs, beside the loss. */
    boolean wantsOutputs() {
        return tallies.stream().anyMatch(each -> !each.isEmpty());
    }

    /**
     * Takes in the loss, summed over this many examples.
     *
     * @param parts the loss of each output likewise, where there are several
     */
    void addLoss(double sum, double[] parts, int count) {
        loss += sum;
        for (int i = 0; i < parts.length; i++) {
            this.parts[i] += parts[i];
        }
        examples += count;
    }

    /** Takes in what came out of training for some examples. */
    void addLearning(float[] rows, Targets targets) {
        add(rows, targets, Meaning::learning);
    }

    /** Takes in what the whole model gave for some examples. */
    void addGiven(float[] rows, Targets targets) {
        add(rows, targets, Meaning::given);
    }

    private void add(float[] rows, Targets targets, BiFunction<Meaning, float[], Outputs> reading) {
        for (int i = 0; i < tallies.size(); i++) {
            if (!tallies.get(i).isEmpty()) {
                Meaning meaning = meanings.each().get(i);
                Outputs outputs = reading.apply(meaning, meanings.part(rows, i));
                Targets truths = meaning.truths(targets.each().get(i));
                tallies.get(i).forEach(tally -> tally.add(outputs, truths));
            }
        }
    }

    /** The figures so far, each name after this prefix: {@code val_loss}, {@code val_accuracy}. */
    Map<String, Double> values(String prefix) {
        List<Double> figures = new ArrayList<>(List.of(loss / examples));
        for (double part : parts) {
            figures.add(part / examples);
        }
        tallies.forEach(each -> each.forEach(tally -> figures.add(tally.value())));
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> names = meanings.figures();
        for (int i = 0; i < names.size(); i++) {
            values.put(prefix + names.get(i), figures.get(i));
        }
        return values;
    }
}
