package dev.lungo.metric;

/** The share of examples whose most probable class is the right one, from 0 to 1. */
public record Accuracy() implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String toString() {
        return "accuracy()";
    }
}
