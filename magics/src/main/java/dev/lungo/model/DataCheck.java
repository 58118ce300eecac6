package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.data.Misfit;
import dev.lungo.data.Transform;
import dev.lungo.graph.Graph;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.tensor.Shape;
import java.util.Optional;

/** Finds out before training whether data fits a model, in plain Java. */
final class DataCheck {
    private DataCheck() {}

    /** The examples' shape against the model's input. */
    static void shape(String call, Dataset data, Shape input) {
        shape(call, data.shape(), input);
    }

    static void shape(String call, Shape received, Shape input) {
        if (!received.equals(input)) {
            throw new ModelException(
                    "%s: the data does not have the shape of the model's input.\nReceived: examples of %s\nExpected: %s, as in input(%s)\nFix: %s"
                            .formatted(
                                    call,
                                    received,
                                    input,
                                    input.toString().replace(" x ", ", "),
                                    received.elements() == input.elements()
                                            ? "begin the model with input("
                                                    + received.toString().replace(" x ", ", ")
                                                    + ")."
                                            : "use data of that shape, or make the model for this"
                                                    + " data."));
        }
    }

    /** The targets against what the loss and the metrics compare with the model's outputs. */
    static void targets(String call, Dataset data, Loss loss, Graph graph, Meaning meaning) {
        refuse(call, loss.misfit(graph, data.targets()));
        for (Metric metric : meaning.metrics()) {
            refuse(call, metric.misfit(meaning.kind(), meaning.width(), data.targets()));
        }
    }

    private static void refuse(String call, Optional<Misfit> misfit) {
        misfit.ifPresent(
                problem -> {
                    throw new ModelException(
                            "%s: %s\nReceived: %s\nExpected: %s\nFix: %s"
                                    .formatted(
                                            call,
                                            problem.what(),
                                            problem.received(),
                                            problem.expected(),
                                            problem.fix()));
                });
    }

    /** How the data wants to be seen against how the model learned to see. */
    static void transform(String call, Dataset data, Optional<Transform> learned) {
        if (learned.isEmpty() || data.transform().equals(learned.get())) {
            return;
        }
        Transform usual =
                data.inputs() instanceof dev.lungo.data.ByteValues
                        ? Transform.unit()
                        : Transform.raw();
        boolean chosen = !data.transform().equals(usual);
        if (chosen || call.equals("fit") || call.equals("step")) {
            throw new ModelException(
                    "%s: this model learned to see its inputs in another way.\nReceived: inputs as %s\nExpected: inputs as %s, as in the first fit\nFix: %s"
                            .formatted(
                                    call,
                                    data.transform(),
                                    learned.get(),
                                    chosen
                                            ? "leave .raw() and .normalize(...) out here: the model"
                                                    + " applies what it learned with."
                                            : "use the same .raw() or .normalize(...) as before, or"
                                                    + " model.reset() to begin again."));
        }
    }
}
