package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The share of the targets' variance that a model explains: 1 at best, 0 for always saying the
 * mean.
 *
 * <p>{@code 1 - sum((target - output)^2) / sum((target - mean)^2)}; of several outputs the plain
 * mean. As Keras' R2Score and scikit-learn's r2_score. Targets that are all the same give 1 if met
 * exactly, else 0.
 */
public record R2() implements Metric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.numbers("r2()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Variance();
    }

    @Override
    public String toString() {
        return "r2()";
    }

    /** Welford's running mean and sum of squares, which keeps its digits far from 0. */
    private static final class Variance implements Tally {
        private long count;
        private double[] mean = {};
        private double[] spread = {};
        private double[] missed = {};

        @Override
        public void add(Outputs outputs, Targets targets) {
            int width = outputs.width();
            mean = Arrays.copyOf(mean, width);
            spread = Arrays.copyOf(spread, width);
            missed = Arrays.copyOf(missed, width);
            for (int i = 0; i < outputs.size(); i++) {
                count++;
                for (int c = 0; c < width; c++) {
                    double target = Truth.number(targets, i, c);
                    double before = target - mean[c];
                    mean[c] += before / count;
                    spread[c] += before * (target - mean[c]);
                    missed[c] += Math.pow(target - outputs.value(i, c), 2);
                }
            }
        }

        @Override
        public double value() {
            return IntStream.range(0, mean.length)
                    .mapToDouble(this::value)
                    .average()
                    .orElse(Double.NaN);
        }

        private double value(int column) {
            if (spread[column] == 0) {
                return missed[column] == 0 ? 1 : 0;
            }
            return 1 - missed[column] / spread[column];
        }
    }
}
