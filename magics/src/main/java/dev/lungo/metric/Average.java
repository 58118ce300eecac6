package dev.lungo.metric;

import dev.lungo.LungoException;
import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;
import java.util.stream.IntStream;

/** How figures of several classes become one. */
public sealed interface Average {
    /** The plain mean of all classes that occur, in the targets or the answers. */
    record Macro() implements Average {}

    /** From the counts of all classes together. */
    record Micro() implements Average {}

    /**
     * The figure of one class.
     *
     * @param number the class, counted from 0
     */
    record OneClass(int number) implements Average {}

    /** The figure of one class, as {@code metric.of(number)} asks for it. */
    static Average of(String metric, int number) {
        if (number < 0) {
            throw LungoException.badInput(
                    metric + ".of(...) looks at one class.",
                    number,
                    "0 or more",
                    "count classes from 0.");
        }
        return new OneClass(number);
    }

    /** A figure from the counts right, wrong and missed. */
    interface Ratio {
        double of(double right, double wrong, double missed);
    }

    /** What is added to a metric's name: {@code f1_micro}, {@code f1_3}. */
    default String suffix() {
        if (this instanceof OneClass one) {
            return "_" + one.number();
        }
        return this instanceof Micro ? "_micro" : "";
    }

    /** How it is written after a metric. */
    default String written() {
        if (this instanceof OneClass one) {
            return ".of(" + one.number() + ")";
        }
        return this instanceof Micro ? ".micro()" : "";
    }

    /** The figure of all that was counted; 0 where nothing was there to count. */
    default double value(Counts counts, Ratio ratio) {
        if (this instanceof OneClass one) {
            return value(counts.of(one.number()), ratio);
        } else if (this instanceof Micro) {
            return value(counts.total(), ratio);
        }
        return IntStream.range(0, counts.classes())
                .filter(counts::occurs)
                .mapToDouble(column -> value(counts.of(column), ratio))
                .average()
                .orElse(0);
    }

    private static double value(long[] counts, Ratio ratio) {
        double value = ratio.of(counts[0], counts[1], counts[2]);
        return Double.isNaN(value) ? 0 : value;
    }

    /** Refuses what has no classes, or not the one asked for. */
    default Optional<Misfit> misfit(String metric, int width, Targets targets) {
        if (this instanceof OneClass one && one.number() >= width) {
            return Optional.of(
                    new Misfit(
                            metric + " looks at a class that the model does not have.",
                            "class " + one.number() + " of a model with " + width + " outputs",
                            "0 to " + (width - 1),
                            "count classes from 0."));
        }
        return Truth.answers(metric, width, targets);
    }

    /** A tally of counts, from which a ratio is taken. */
    default Tally begin(Ratio ratio) {
        Counts counts = new Counts();
        return new Tally() {
            @Override
            public void add(Outputs outputs, Targets targets) {
                counts.add(outputs, targets);
            }

            @Override
            public double value() {
                return Average.this.value(counts, ratio);
            }
        };
    }
}
