package dev.lungo.metric;

import dev.lungo.LungoException;
import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * The share of examples whose class is among the {@code k} most probable, from 0 to 1.
 *
 * <p>Named {@code top_5} for 5. As Keras' TopKCategoricalAccuracy, for class numbers and one-hot
 * rows.
 *
 * @param k how many of the largest outputs count
 */
public record TopK(int k) implements Metric {
    public TopK {
        if (k < 1) {
            throw LungoException.badInput(
                    "topK(k) needs the number of outputs that count.",
                    k,
                    "1 or more",
                    "for example topK(5).");
        }
    }

    @Override
    public String name() {
        return "top_" + k;
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return width > k
                ? Truth.classes(toString(), width, targets)
                : Optional.of(
                        new Misfit(
                                this + " is always 1 here.",
                                "a model with " + width + (width == 1 ? " output" : " outputs"),
                                "more than " + k + " outputs",
                                "use accuracy()."));
    }

    @Override
    public Tally begin() {
        return new Count();
    }

    private final class Count implements Tally {
        private long right;
        private long answers;

        @Override
        public void add(Outputs outputs, Targets targets) {
            float[] values = outputs.values();
            for (int i = 0; i < outputs.size(); i++, answers++) {
                int first = i * outputs.width();
                float wanted = values[first + Truth.label(targets, i)];
                int larger = 0;
                for (int c = 0; c < outputs.width(); c++) {
                    larger += values[first + c] > wanted ? 1 : 0;
                }
                right += larger < k ? 1 : 0;
            }
        }

        @Override
        public double value() {
            return (double) right / answers;
        }
    }

    @Override
    public String toString() {
        return "topK(" + k + ")";
    }
}
