package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.engine.Objective;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.optim.Optimizer;
import java.util.List;
import java.util.Optional;

/** What a model learns for, and what is measured meanwhile: nothing until it is compiled. */
final class Goal {
    private final Stack stack;
    private Optional<Objective> objective = Optional.empty();
    private List<Metric> metrics = List.of();

    /** Kept, as every prediction asks for them. */
    private Meanings meanings;

    Goal(Stack stack) {
        this.stack = stack;
        this.meanings = Meanings.of(stack, objective, metrics);
    }

    void set(Optimizer optimizer, Loss loss, List<Metric> measured) {
        Loss each = CompileCheck.loss(loss, stack);
        CompileCheck.metrics(measured, stack);
        each.warning(stack.graph()).ifPresent(System.err::println);
        set(Optional.of(new Objective(optimizer, each)), measured);
    }

    void restore(Saved saved) {
        set(saved.objective(), saved.metrics());
    }

    Optional<Objective> objective() {
        return objective;
    }

    List<Metric> metrics() {
        return metrics;
    }

    Objective required(String call) {
        return objective.orElseThrow(
                () ->
                        new ModelException(
                                call
                                        + " needs a loss and an optimizer: compile the model first,"
                                        + " for example model.compile(adam(),"
                                        + " sparseCategoricalCrossentropy(), accuracy())."));
    }

    /** The objective, now that it is known what the model's answers are compared with. */
    Objective comparedWith(Dataset data) {
        Objective how = required("fit");
        Loss loss = how.loss().comparedWith(stack.graph(), data.targets());
        Objective compared = new Objective(how.optimizer(), loss);
        set(Optional.of(compared), metrics);
        return compared;
    }

    /** Refuses data that does not fit the model or its loss. */
    void check(String call, Dataset data) {
        DataCheck.shape(call, data, stack);
        objective.ifPresent(how -> DataCheck.targets(call, data, how, stack.graph(), meanings()));
    }

    private void set(Optional<Objective> objective, List<Metric> metrics) {
        this.objective = objective;
        this.metrics = metrics;
        this.meanings = Meanings.of(stack, objective, metrics);
    }

    Meanings meanings() {
        return meanings;
    }

    @Override
    public String toString() {
        return objective.map(how -> how.optimizer() + ", " + how.loss()).orElse("not compiled");
    }
}
