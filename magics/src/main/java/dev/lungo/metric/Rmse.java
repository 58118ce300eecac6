package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * The root of the mean squared error: a distance in the unit of the targets.
 *
 * <p>As Keras' RootMeanSquaredError, over all outputs and examples of an epoch.
 */
public record Rmse() implements Metric {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.numbers("rmse()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Root(new Distance(error -> error * error));
    }

    private record Root(Distance squares) implements Tally {
        @Override
        public void add(Outputs outputs, Targets targets) {
            squares.add(outputs, targets);
        }

        @Override
        public double value() {
            return Math.sqrt(squares.value());
        }
    }

    @Override
    public String toString() {
        return "rmse()";
    }
}
