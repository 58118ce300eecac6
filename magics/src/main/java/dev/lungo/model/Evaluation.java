package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.chart.ConfusionMatrix;
import dev.lungo.chart.ImageGrid;
import dev.lungo.chart.TableCard;
import dev.lungo.data.ByteValues;
import dev.lungo.data.Dataset;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How well a model does on examples it did not learn from.
 *
 * <pre>{@code
 * var result = model.evaluate(mnist().test());
 * result.accuracy()      // 0.9891
 * result.confusion()     // what was taken for what
 * result.mistakes(10)    // the ten it was surest of, and wrong
 * }</pre>
 */
public final class Evaluation implements Rich {
    private final Dataset examples;
    private final Predictions predictions;
    private final float[] losses;
    private final Map<String, Double> values;

    /** By the names of the outputs, where a model has several; else empty. */
    private final Map<String, Evaluation> outputs;

    Evaluation(
            Dataset examples,
            Predictions predictions,
            float[] losses,
            Map<String, Double> values,
            Map<String, Evaluation> outputs) {
        this.outputs = outputs;
        this.examples = examples;
        this.predictions = predictions;
        this.losses = losses;
        this.values = values;
    }

    /** The mean loss. */
    public double loss() {
        return values.get("loss");
    }

    /** Loss and metrics by name, in the order in which the model was compiled. */
    public Map<String, Double> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * One figure by its name, for example {@code value("mae")}.
     *
     * @throws LungoException if nothing of that name was measured; the message lists the names
     */
    public double value(String name) {
        if (!values.containsKey(name)) {
            throw LungoException.badInput(
                    "The evaluation has no figure of this name.",
                    "\"" + name + "\"",
                    "one of " + values.keySet(),
                    "use one of these names, or add a metric to compile(...).");
        }
        return values.get(name);
    }

    /**
     * How well one output of a model with several does: {@code result.output("age").loss()}.
     *
     * @param name the name of the layer that gives it
     * @throws LungoException if there is none; the message lists the names
     */
    public Evaluation output(String name) {
        predictions.output(name);
        return outputs.get(name);
    }

    /**
     * The share of examples whose most probable class is the right one, from 0 to 1; of positions,
     * where a model gives a class for each.
     */
    public double accuracy() {
        return answers().mapToInt(answer -> answer.isRight() ? 1 : 0).average().orElseThrow();
    }

    /** What was said and what is true, of one example or one position of it. */
    private record Answer(int said, int truth) {
        boolean isRight() {
            return said == truth;
        }
    }

    private Stream<Answer> answers() {
        return IntStream.range(0, losses.length).boxed().flatMap(this::answers);
    }

    private Stream<Answer> answers(int example) {
        int[] said = predictions.labels(example);
        if (said.length == 1) {
            return Stream.of(new Answer(said[0], examples.label(example)));
        }
        int[] truth = PositionLabels.of(examples.targets(), example, said.length);
        return IntStream.range(0, said.length).mapToObj(i -> new Answer(said[i], truth[i]));
    }

    /** What the model said about each example. */
    public Predictions predictions() {
        return predictions;
    }

    /** How often each class was taken for each other one. */
    public ConfusionMatrix confusion() {
        List<Answer> answers = answers().toList();
        List<String> names = classNames(answers);
        int[][] counts = new int[names.size()][names.size()];
        answers.forEach(answer -> counts[answer.truth()][answer.said()]++);
        return ConfusionMatrix.of(counts, names);
    }

    /** The names of the classes, or their numbers where they have no names. */
    private List<String> classNames(List<Answer> answers) {
        if (!examples.classNames().isEmpty()) {
            return examples.classNames();
        }
        int highest =
                answers.stream()
                        .mapToInt(answer -> Math.max(answer.truth(), answer.said()))
                        .max()
                        .orElseThrow();
        return IntStream.rangeClosed(0, highest).mapToObj(String::valueOf).toList();
    }

    /**
     * The {@code n} worst mistakes as pictures: the model was surest of them, and wrong.
     *
     * @throws LungoException if the examples are not pictures
     */
    public ImageGrid mistakes(int n) {
        if (!(examples.inputs() instanceof ByteValues) || examples.shape().rank() != 3) {
            throw LungoException.badInput(
                    "mistakes(n) shows pictures.",
                    examples,
                    "a data set of images",
                    "use predictions() to list what was said about each example.");
        }
        ImageGrid grid =
                ImageGrid.of(
                        examples.shape().size(0),
                        examples.shape().size(1),
                        examples.shape().size(2));
        for (int i : worst(n)) {
            grid =
                    grid.add(
                            examples.example(i),
                            "true " + examples.className(i) + ", said " + predictions.className(i),
                            String.format(
                                    Locale.ROOT, "%.1f %% sure", 100 * predictions.probability(i)));
        }
        return grid;
    }

    private int[] worst(int n) {
        return IntStream.range(0, losses.length)
                .filter(i -> predictions.label(i) != examples.label(i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -losses[i]))
                .limit(n)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The figures as a table. */
    @Override
    public Bundle bundle() {
        TableCard table = TableCard.of("figure", "value").right(1);
        for (Map.Entry<String, Double> figure : values.entrySet()) {
            table = table.row(figure.getKey(), figure.getValue());
        }
        return table.bundle().with("text/plain", toString());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(String.format(Locale.ROOT, "%s %.4f, ", name, value)));
        text.setLength(text.length() - 2);
        return text + String.format(Locale.ROOT, " on %,d examples", losses.length);
    }
}
