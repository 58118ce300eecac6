package dev.lungo.model;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.metric.OutputKind;
import dev.lungo.metric.Outputs;
import java.util.List;
import java.util.Optional;

/**
 * What a model's outputs mean to its metrics and readers.
 *
 * @param width the numbers in one example's output
 * @param ending the function that the model ends with
 * @param link what makes probabilities of the numbers that the loss is computed from
 * @param metrics what is measured beside the loss
 */
record Meaning(
        int width, Optional<Activation> ending, Optional<Activation> link, List<Metric> metrics) {
    static Meaning of(Graph graph, Optional<Loss> loss, List<Metric> metrics) {
        Optional<Activation> ending =
                Optional.of(Activation.SOFTMAX)
                        .filter(graph::endsWith)
                        .or(() -> Optional.of(Activation.SIGMOID).filter(graph::endsWith));
        return new Meaning(
                graph.output().shape().elements(),
                ending,
                loss.flatMap(known -> known.link(graph)),
                metrics);
    }

    /** Outputs of training: what the loss was computed from. */
    Outputs learning(float[] values) {
        return new Outputs(values, width, kind(), link);
    }

    /** Outputs of the whole model. */
    Outputs given(float[] values) {
        return new Outputs(values, width, kind(), link.filter(function -> !ending.equals(link)));
    }

    /** How a row of outputs is to be read. */
    OutputKind kind() {
        Optional<Activation> function = link.or(() -> ending);
        if (function.isEmpty()) {
            return OutputKind.NUMBERS;
        } else if (function.get().equals(Activation.SOFTMAX)) {
            return OutputKind.CLASSES;
        }
        return width == 1 ? OutputKind.YES_OR_NO : OutputKind.SEVERAL;
    }
}
