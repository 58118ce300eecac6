package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.loss.Losses;
import dev.lungo.metric.Metric;
import java.util.List;

/** Finds out when a model is compiled whether its losses and metrics fit its outputs. */
final class CompileCheck {
    private CompileCheck() {}

    /** The loss in the order of the model's outputs. */
    static Loss loss(Loss loss, Stack stack) {
        List<String> outputs = stack.outputNames();
        if (outputs.size() > 1 && !(loss instanceof Losses)) {
            throw LungoException.badInput(
                    "compile needs a loss for each output of the model.",
                    loss,
                    "a loss for each of " + outputs,
                    "write losses(..) with a loss for each output, in this order or by name.");
        }
        for (int i = 0; i < outputs.size(); i++) {
            notAlwaysOne(stack.graph().withOutput(i));
        }
        Loss each = loss instanceof Losses losses ? losses.inOrder(outputs) : loss;
        each.misfit(stack.graph())
                .ifPresent(
                        problem -> {
                            throw new ModelException(problem);
                        });
        return each;
    }

    private static void notAlwaysOne(Graph graph) {
        if (graph.endsWith(Activation.SOFTMAX) && graph.output().shape().last() == 1) {
            throw LungoException.badInput(
                    "A softmax over one number always gives 1: nothing can be learned.",
                    "a model whose last layer (%s) gives %s and ends with softmax"
                            .formatted(graph.output().layer(), graph.output().shape()),
                    "one unit for each of two or more classes",
                    "end it with dense(1).sigmoid() for yes or no, or dense(1) for a measurement.");
        }
    }

    /** Each metric needs an output where there are several, and a known one. */
    static void metrics(List<Metric> metrics, Stack stack) {
        List<String> outputs = stack.outputNames();
        for (Metric metric : metrics) {
            if (metric.output().isEmpty() && outputs.size() > 1) {
                throw LungoException.badInput(
                        "compile cannot know which output this metric is for.",
                        metric,
                        "an output of " + outputs,
                        "write %s.on(\"%s\").".formatted(metric, outputs.get(0)));
            }
            if (metric.output().isPresent() && !outputs.contains(metric.output().get())) {
                throw LungoException.badInput(
                        "compile cannot measure an output that the model does not have.",
                        metric,
                        "an output of " + outputs,
                        "use one of these, or name the layer with .named(\"...\").");
            }
        }
    }
}
