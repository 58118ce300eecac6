package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/** A metric of one output of a model that has several. */
record OnOutput(String given, Metric metric) implements Metric {
    @Override
    public String name() {
        return metric.name();
    }

    @Override
    public Optional<String> output() {
        return Optional.of(given);
    }

    @Override
    public Metric on(String other) {
        return new OnOutput(other, metric);
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return metric.misfit(kind, width, targets);
    }

    @Override
    public Tally begin() {
        return metric.begin();
    }

    @Override
    public String toString() {
        return metric + ".on(\"" + given + "\")";
    }
}
