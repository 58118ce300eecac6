package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.loss.Loss;
import dev.lungo.loss.NoLoss;
import java.util.List;
import java.util.Optional;

/** Why a model cannot be trained by a loop inside the engine, if it cannot. */
final class StepByStep {
    private StepByStep() {}

    /** For example {@code layer swish is custom (it reads values)}. */
    static Optional<String> reason(Graph graph, Loss loss) {
        return graph.nodes().stream()
                .map(node -> node.operation())
                .filter(Custom.class::isInstance)
                .map(Custom.class::cast)
                .map(custom -> words("layer " + custom.layer(), custom.reason()))
                .findFirst()
                .or(
                        () ->
                                loss instanceof LambdaLoss own
                                        ? own.untraceable(graph)
                                                .map(why -> words("loss " + own.name(), why))
                                        : Optional.empty());
    }

    /** Refuses lambdas that need Java in a model with several inputs or outputs. */
    static void refuseSeveral(Graph graph, List<Loss> losses) {
        if (graph.inputs().size() == 1 && graph.outputs().size() == 1) {
            return;
        }
        for (int i = 0; i < losses.size(); i++) {
            reason(graph.withOutput(i), losses.get(i))
                    .ifPresent(
                            reason -> {
                                throw LungoException.badInput(
                                        "A model with several inputs or outputs is trained inside"
                                                + " PyTorch only, which cannot run Java code.",
                                        reason,
                                        "lambdas that are functions of tensors only",
                                        "express it with functions of the tensor, for example"
                                                + " x.gt(0).where(a, b) in place of an if.");
                            });
        }
    }

    /** Refuses a model with a lambda that needs Java. */
    static void refuse(String call, Graph graph) {
        reason(graph, new NoLoss())
                .ifPresent(
                        reason -> {
                            throw LungoException.badInput(
                                    call
                                            + ": a part of this model is Java code, which PyTorch"
                                            + " cannot run.",
                                    reason,
                                    "layers that are functions of tensors only",
                                    "express it with functions of the tensor, for example"
                                            + " x.gt(0).where(a, b) in place of an if.");
                        });
    }

    private static String words(String part, String reason) {
        return part + " is custom (it " + reason + ")";
    }
}
