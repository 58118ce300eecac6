package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * How often a class is found where it should be, from 0 to 1.
 *
 * <p>Right answers over all examples of a class. Of several classes the plain mean, as
 * scikit-learn's macro average; of one output the figure of yes, said above 0.5; of several
 * yes-or-no outputs the mean over them. 0 where there is nothing to count.
 *
 * @param average how the figures of several classes become one
 */
public record Recall(Average average) implements Metric {
    /** The mean over all classes. */
    public Recall() {
        this(new Average.Macro());
    }

    /** The same, counted over all classes together; named {@code recall_micro}. */
    public Recall micro() {
        return new Recall(new Average.Micro());
    }

    /** The same as the plain mean over all classes, which is the default. */
    public Recall macro() {
        return new Recall();
    }

    /** The same for one class, counted from 0; named {@code recall_3} for class 3. */
    public Recall of(int number) {
        return new Recall(Average.of("recall()", number));
    }

    @Override
    public String name() {
        return "recall" + average.suffix();
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return average.misfit(toString(), width, targets);
    }

    @Override
    public Tally begin() {
        return average.begin((right, wrong, missed) -> right / (right + missed));
    }

    @Override
    public String toString() {
        return "recall()" + average.written();
    }
}
