package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.data.Misfit;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Targets;
import dev.lungo.data.Transform;
import dev.lungo.data.Values;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.tensor.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out before training whether data fits a model, in plain Java. */
final class DataCheck {
    private DataCheck() {}

    /** The examples' shapes against the model's inputs. */
    static void shape(String call, Dataset data, Stack stack) {
        List<Node> inputs = stack.graph().inputs();
        List<Values> each = data.inputs().each();
        if (each.size() != inputs.size()) {
            throw new ModelException(
                    "%s: the data does not have as many inputs as the model.\nReceived: %d: examples of %s\nExpected: %d: %s\nFix: %s"
                            .formatted(
                                    call,
                                    each.size(),
                                    each.stream()
                                            .map(one -> one.shape().toString())
                                            .collect(Collectors.joining(", ")),
                                    inputs.size(),
                                    String.join(", ", stack.inputNames()),
                                    inputs.size() == 1
                                            ? "pass one array of examples."
                                            : "pass an array for each, for example data(List.of(a,"
                                                    + " b), y)."));
        }
        for (int i = 0; i < each.size(); i++) {
            String place = each.size() == 1 ? call : call + ", input " + stack.inputNames().get(i);
            shape(place, each.get(i).shape(), inputs.get(i).shape());
        }
        EmbeddingCheck.words(call, data.inputs(), data.transforms(), stack);
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

    /** The targets against what the losses and the metrics compare with the model's outputs. */
    static void targets(String call, Dataset data, Objective how, Graph graph, Meanings meanings) {
        List<Targets> each = data.targets().each();
        if (meanings.several() && data.targets() instanceof NoTargets) {
            each = Collections.nCopies(meanings.each().size(), data.targets());
        }
        if (each.size() != meanings.each().size()) {
            throw new ModelException(
                    "%s: the data does not have targets for each output of the model.\nReceived: targets of %d\nExpected: %d: %s\nFix: %s"
                            .formatted(
                                    call,
                                    each.size(),
                                    meanings.each().size(),
                                    meanings.each().stream()
                                            .map(Meaning::name)
                                            .collect(Collectors.joining(", ")),
                                    meanings.several()
                                            ? "pass an array for each, for example data(x,"
                                                    + " List.of(y, z))."
                                            : "pass one array of targets."));
        }
        for (int i = 0; i < each.size(); i++) {
            Meaning meaning = meanings.each().get(i);
            String place = meanings.several() ? call + ", output " + meaning.name() : call;
            Loss loss = how.losses().get(i);
            refuse(place, loss.misfit(graph.withOutput(i), each.get(i)));
            refuse(place, meaning.misfit(each.get(i)));
            for (Metric metric : meaning.metrics()) {
                refuse(
                        place,
                        metric.misfit(
                                meaning.kind(), meaning.width(), meaning.truths(each.get(i))));
            }
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
    static void transform(String call, Dataset data, List<Transform> learned) {
        List<Values> inputs = data.inputs().each();
        for (int i = 0; i < learned.size(); i++) {
            transform(call, inputs.get(i), data.transforms().get(i), learned.get(i));
        }
    }

    private static void transform(String call, Values inputs, Transform given, Transform learned) {
        boolean chosen = !given.equals(Transform.usual(inputs));
        boolean learning = call.equals("fit") || call.equals("step");
        if (!given.equals(learned) && (chosen || learning)) {
            throw new ModelException(
                    "%s: this model learned to see its inputs in another way.\nReceived: inputs as %s\nExpected: inputs as %s, as in the first fit\nFix: %s"
                            .formatted(
                                    call,
                                    given,
                                    learned,
                                    chosen
                                            ? "leave .raw() and .normalize(...) out here: the model"
                                                    + " applies what it learned with."
                                            : "use the same .raw() or .normalize(...) as before, or"
                                                    + " model.reset() to begin again."));
        }
    }
}
