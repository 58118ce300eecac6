package dev.lungo.model;

import dev.lungo.data.Misfit;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.metric.OutputKind;
import dev.lungo.metric.Outputs;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What one output of a model means to its metrics and readers.
 *
 * @param name the name of the layer that gives it
 * @param shape one example's output
 * @param ending the function that it ends with
 * @param link what makes probabilities of the numbers that the loss is computed from
 * @param metrics what is measured beside the loss
 */
record Meaning(
        String name,
        Shape shape,
        Optional<Activation> ending,
        Optional<Activation> link,
        List<Metric> metrics) {
    /** Of a model seen from this output. */
    static Meaning of(String name, Graph graph, Optional<Loss> loss, List<Metric> metrics) {
        Optional<Activation> ending =
                Optional.of(Activation.SOFTMAX)
                        .filter(graph::endsWith)
                        .or(() -> Optional.of(Activation.SIGMOID).filter(graph::endsWith));
        return new Meaning(
                name,
                graph.output().shape(),
                ending,
                loss.flatMap(known -> known.link(graph)),
                metrics);
    }

    /** How many numbers each position has. */
    int width() {
        return shape.last();
    }

    /**
     * How many positions an example has: the steps of a sequence, the pixels of a picture, else
     * one.
     */
    int positions() {
        return shape.positions().elements();
    }

    /** Outputs of training, a row for each position: what the loss was computed from. */
    Outputs learning(float[] values) {
        return new Outputs(values, width(), kind(), link);
    }

    /** Outputs of the whole model, a row for each position. */
    Outputs given(float[] values) {
        return new Outputs(values, width(), kind(), link.filter(function -> !ending.equals(link)));
    }

    /** Why metrics cannot look at these targets position by position; nothing when they can. */
    Optional<Misfit> misfit(Targets targets) {
        int width = targets instanceof Numbers numbers ? numbers.width() : 1;
        return metrics.isEmpty() || width % positions() == 0
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                metrics.get(0) + " compares the answer at each position.",
                                "targets of " + width + ", and a model that gives " + shape,
                                "a target for each of " + shape.positions(),
                                "leave the metric out, or give targets for each position."));
    }

    /** What should have come out, a row for each position. */
    Targets truths(Targets targets) {
        return targets.positions(positions());
    }

    /** How a row of outputs is to be read. */
    OutputKind kind() {
        Optional<Activation> function = link.or(() -> ending);
        if (function.isEmpty()) {
            return OutputKind.NUMBERS;
        } else if (function.get().equals(Activation.SOFTMAX)) {
            return OutputKind.CLASSES;
        }
        return width() == 1 ? OutputKind.YES_OR_NO : OutputKind.SEVERAL;
    }
}
