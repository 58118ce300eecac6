package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * How often an answer is right where a class is said, from 0 to 1.
 *
 * <p>Right answers over all answers for a class. Of several classes the plain mean, as
 * scikit-learn's macro average; of one output the figure of yes, said above 0.5; of several
 * yes-or-no outputs the mean over them. 0 where there is nothing to count.
 *
 * @param average how the figures of several classes become one
 */
public record Precision(Average average) implements Metric {
    /** The mean over all classes. */
    public Precision() {
        this(new Average.Macro());
    }

    /** The same, counted over all classes together; named {@code precision_micro}. */
    public Precision micro() {
        return new Precision(new Average.Micro());
    }

    /** The same as the plain mean over all classes, which is the default. */
    public Precision macro() {
        return new Precision();
    }

    /** The same for one class, counted from 0; named {@code precision_3} for class 3. */
    public Precision of(int number) {
        return new Precision(Average.of("precision()", number));
    }

    @Override
    public String name() {
        return "precision" + average.suffix();
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return average.misfit(toString(), width, targets);
    }

    @Override
    public Tally begin() {
        return average.begin((right, wrong, missed) -> right / (right + wrong));
    }

    @Override
    public String toString() {
        return "precision()" + average.written();
    }
}
