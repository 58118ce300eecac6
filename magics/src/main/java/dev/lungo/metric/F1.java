package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * Precision and recall in one number, their harmonic mean, from 0 to 1.
 *
 * <p>{@code 2 right / (2 right + wrong + missed)} for a class. Of several classes the plain mean,
 * as scikit-learn's macro average; of one output the figure of yes, said above 0.5; of several
 * yes-or-no outputs the mean over them. 0 where there is nothing to count.
 *
 * @param average how the figures of several classes become one
 */
public record F1(Average average) implements Metric {
    /** The mean over all classes. */
    public F1() {
        this(new Average.Macro());
    }

    /** The same, counted over all classes together; named {@code f1_micro}. */
    public F1 micro() {
        return new F1(new Average.Micro());
    }

    /** The same as the plain mean over all classes, which is the default. */
    public F1 macro() {
        return new F1();
    }

    /** The same for one class, counted from 0; named {@code f1_3} for class 3. */
    public F1 of(int number) {
        return new F1(Average.of("f1()", number));
    }

    @Override
    public String name() {
        return "f1" + average.suffix();
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return average.misfit(toString(), width, targets);
    }

    @Override
    public Tally begin() {
        return average.begin((right, wrong, missed) -> 2 * right / (2 * right + wrong + missed));
    }

    @Override
    public String toString() {
        return "f1()" + average.written();
    }
}
