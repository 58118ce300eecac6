package dev.lungo.model;

import dev.lungo.LungoException;
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
        Loss each = loss instanceof Losses losses ? losses.inOrder(outputs) : loss;
        each.misfit(stack.graph())
                .ifPresent(
                        problem -> {
                            throw new ModelException(problem);
                        });
        return each;
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
