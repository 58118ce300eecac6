package dev.lungo.model;

import dev.lungo.engine.Objective;
import dev.lungo.graph.Graph;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all outputs of a model mean, in their order.
 *
 * @param each the meaning of each output
 */
record Meanings(List<Meaning> each) {
    Meanings {
        each = List.copyOf(each);
    }

    static Meanings of(Stack stack, Optional<Objective> objective, List<Metric> metrics) {
        List<Meaning> each = new ArrayList<>();
        Graph graph = stack.graph();
        for (int i = 0; i < graph.outputs().size(); i++) {
            int number = i;
            String name = stack.outputNames().get(i);
            Optional<Loss> loss = objective.map(how -> how.losses().get(number));
            List<Metric> own =
                    metrics.stream()
                            .filter(metric -> metric.output().map(name::equals).orElse(true))
                            .toList();
            each.add(Meaning.of(name, graph.withOutput(i), loss, own));
        }
        return new Meanings(each);
    }

    boolean several() {
        return each.size() > 1;
    }

    /** How many numbers all outputs of one example have together. */
    int width() {
        return each.stream().mapToInt(meaning -> meaning.shape().elements()).sum();
    }

    /**
     * The name of a figure of one output: as Keras, with the output's name where it has several.
     */
    String figure(Meaning output, String name) {
        return several() ? output.name() + "_" + name : name;
    }

    /** The names of all figures that are measured, in the order of Keras' log. */
    List<String> figures() {
        List<String> names = new ArrayList<>(List.of("loss"));
        if (several()) {
            each.forEach(output -> names.add(figure(output, "loss")));
        }
        each.forEach(
                output ->
                        output.metrics()
                                .forEach(metric -> names.add(figure(output, metric.name()))));
        return names;
    }

    /** The numbers of one output, from rows of all of them. */
    float[] part(float[] rows, int output) {
        if (!several()) {
            return rows;
        }
        int all = width();
        int from = 0;
        for (int i = 0; i < output; i++) {
            from += each.get(i).shape().elements();
        }
        int width = each.get(output).shape().elements();
        float[] part = new float[rows.length / all * width];
        for (int row = 0; row < rows.length / all; row++) {
            System.arraycopy(rows, row * all + from, part, row * width, width);
        }
        return part;
    }
}
