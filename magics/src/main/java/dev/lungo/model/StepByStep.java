package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.loss.Loss;
import java.util.Optional;
import java.util.stream.IntStream;

/** Why a model cannot be trained by a loop inside the engine, if it cannot. */
final class StepByStep {
    private StepByStep() {}

    /** For example {@code layer swish is custom (it reads values)}. */
    static Optional<String> reason(Graph graph, Objective how) {
        return ofLayers(graph).or(() -> ofLosses(graph, how));
    }

    private static Optional<String> ofLayers(Graph graph) {
        return graph.nodes().stream()
                .map(node -> node.operation())
                .filter(Custom.class::isInstance)
                .map(Custom.class::cast)
                .map(custom -> words("layer " + custom.layer(), custom.reason()))
                .findFirst();
    }

    private static Optional<String> ofLosses(Graph graph, Objective how) {
        return IntStream.range(0, how.losses().size())
                .mapToObj(i -> ofLoss(graph.withOutput(i), how.losses().get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofLoss(Graph graph, Loss loss) {
        return loss instanceof LambdaLoss own
                ? own.untraceable(graph).map(why -> words("loss " + own.name(), why))
                : Optional.empty();
    }

    /** Refuses a model with a lambda that needs Java. */
    static void refuse(String call, Graph graph) {
        ofLayers(graph)
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
