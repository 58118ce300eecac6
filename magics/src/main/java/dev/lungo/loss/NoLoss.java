package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Collections;
import java.util.Optional;

/** What a model is compiled with whose losses the user's own steps compute. */
public record NoLoss() implements Loss {
    /** For a model with this many outputs. */
    public static Loss of(int outputs) {
        return outputs == 1
                ? new NoLoss()
                : Losses.of(Collections.nCopies(outputs, new NoLoss()).toArray(Loss[]::new));
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return Optional.of(
                new Misfit(
                        "this model was compiled without a loss.",
                        "compile(optimizer)",
                        "compile(optimizer, loss), for example compile(adam(), mse())",
                        "compile it with a loss, or compute one from model.apply(x) and call"
                                + " model.step(loss)."));
    }

    @Override
    public String toString() {
        return "no loss";
    }
}
