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

    Goal(Stack stack) {
        this.stack = stack;
    }

    void set(Optimizer optimizer, Loss loss, List<Metric> measured) {
        Loss each = CompileCheck.loss(loss, stack);
        CompileCheck.metrics(measured, stack);
        each.warning(stack.graph()).ifPresent(System.err::println);
        objective = Optional.of(new Objective(optimizer, each));
        metrics = measured;
    }

    void restore(Saved saved) {
        objective = saved.objective();
        metrics = saved.metrics();
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
        objective = Optional.of(new Objective(how.optimizer(), loss));
        return objective.get();
    }

    /** Refuses data that does not fit the model or its loss. */
    void check(String call, Dataset data) {
        DataCheck.shape(call, data, stack);
        objective.ifPresent(how -> DataCheck.targets(call, data, how, stack.graph(), meanings()));
    }

    Meanings meanings() {
        return Meanings.of(stack, objective, metrics);
    }

    @Override
    public String toString() {
        return objective.map(how -> how.optimizer() + ", " + how.loss()).orElse("not compiled");
    }
}
