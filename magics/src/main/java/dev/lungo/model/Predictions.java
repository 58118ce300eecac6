package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.metric.OutputKind;
import dev.lungo.metric.Outputs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a model says about some examples, one row of outputs for each.
 *
 * <pre>{@code
 * var said = model.predict(mnist().test());
 * said.label(0)                 // 7
 * said.probability(0)           // 0.9998
 * model.predict(4.2f).value()   // 17.64, from a model of measurements
 * }</pre>
 */
public final class Predictions {
    private static final int SHOWN = 10;

    /** A row for each position; of several outputs, those of the first. */
    private final Outputs outputs;

    private final int positions;
    private final List<String> classNames;

    /** By the names of the outputs, where a model has several; else empty. */
    private final Map<String, Predictions> each;

    private Predictions(
            Outputs outputs,
            int positions,
            List<String> classNames,
            Map<String, Predictions> each) {
        this.outputs = outputs;
        this.positions = positions;
        this.classNames = classNames;
        this.each = each;
    }

    /** What a model gave: rows of all outputs put together. */
    static Predictions of(float[] rows, Meanings meanings, List<String> classNames) {
        List<Meaning> outputs = meanings.each();
        if (!meanings.several()) {
            return of(rows, outputs.get(0), classNames, Map.of());
        }
        Map<String, Predictions> each = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            float[] own = meanings.part(rows, i);
            each.put(outputs.get(i).name(), of(own, outputs.get(i), List.of(), Map.of()));
        }
        return of(meanings.part(rows, 0), outputs.get(0), List.of(), each);
    }

    private static Predictions of(
            float[] rows, Meaning output, List<String> classNames, Map<String, Predictions> each) {
        return new Predictions(output.given(rows), output.positions(), classNames, each);
    }

    /** The same, with these names for the classes. */
    Predictions named(List<String> names) {
        return new Predictions(outputs, positions, names, each);
    }

    /** The number of examples. */
    public int size() {
        return outputs.size() / positions;
    }

    /**
     * What one output of a model with several says: {@code predict(data).output("age")}.
     *
     * @param name the name of the layer that gives it
     * @throws LungoException if there is none; the message lists the names
     */
    public Predictions output(String name) {
        if (!each.containsKey(name)) {
            throw LungoException.badInput(
                    "The model has no output of this name.",
                    "\"" + name + "\"",
                    each.isEmpty() ? "nothing: it has one output" : "one of " + each.keySet(),
                    each.isEmpty()
                            ? "leave out .output(..)."
                            : "use one of these, or name the layer with .named(\"...\").");
        }
        return each.get(name);
    }

    private Outputs one() {
        if (!each.isEmpty()) {
            throw LungoException.badInput(
                    "The model has several outputs, and each says something else.",
                    "a question to all of " + each.keySet(),
                    "a question to one of them",
                    "write .output(\"" + each.keySet().iterator().next() + "\") before it.");
        }
        return outputs;
    }

    /** The one number that came out for one example: a measurement, or the probability of yes. */
    public float value() {
        if (size() != 1) {
            throw LungoException.badInput(
                    "value() returns the answer to one example.",
                    String.format(Locale.ROOT, "predictions for %,d examples", size()),
                    "a prediction for one",
                    "use value(0), value(1) and so on, or values().");
        }
        return value(0);
    }

    /** The one number that came out for an example. */
    public float value(int example) {
        if (one().width() * positions != 1) {
            throw LungoException.badInput(
                    "value() returns the one output of a model.",
                    "a model with " + outputs.width() * positions + " outputs",
                    "a model with 1 output",
                    "use values(" + example + "), which returns all of them.");
        }
        return outputs.values()[start(example)];
    }

    /**
     * The model's outputs for one example as it gives them, as a new array; of a sequence or
     * picture one position after the other.
     */
    public float[] values(int example) {
        return row(one().values(), example);
    }

    /** The model's outputs as it gives them, a row for each example, as new arrays. */
    public float[][] values() {
        float[][] rows = new float[size()][];
        Arrays.setAll(rows, this::values);
        return rows;
    }

    /** The most probable class of one example, counted from 0; 1 for yes from one output. */
    public int label(int example) {
        if (one().size() > size()) {
            throw LungoException.badInput(
                    "label(" + example + ") returns the class of an example.",
                    "a model that gives a class for each of " + positions + " positions",
                    "a model that gives one for each example",
                    "use labels(" + example + "), which returns all of them.");
        }
        return labels(example)[0];
    }

    /**
     * The most probable class of each position of one example, counted from 0: the steps of a
     * sequence, or the pixels of a picture row by row.
     */
    public int[] labels(int example) {
        int first = start(example) / outputs.width();
        return IntStream.range(first, first + positions).map(this::labelOf).toArray();
    }

    private int labelOf(int row) {
        if (one().kind() == OutputKind.NUMBERS && outputs.width() == 1) {
            throw LungoException.badInput(
                    "label(" + row / positions + ") returns a class.",
                    "a model that gives one plain number",
                    "a model that ends with softmax or sigmoid",
                    "use value(" + row / positions + ").");
        }
        return outputs.kind() == OutputKind.YES_OR_NO
                ? outputs.value(row, 0) > 0.5 ? 1 : 0
                : outputs.largest(row);
    }

    /** The name of the most probable class of one example. */
    public String className(int example) {
        int label = label(example);
        return label < classNames.size() ? classNames.get(label) : String.valueOf(label);
    }

    /** The probability of the most probable class of one example. */
    public double probability(int example) {
        int label = label(example);
        if (outputs.kind() == OutputKind.YES_OR_NO) {
            float yes = outputs.value(example, 0);
            return label == 1 ? yes : 1 - yes;
        }
        return outputs.value(example, label);
    }

    /**
     * The probabilities of all classes for one example, as a new array.
     *
     * <p>Of a model that ends with plain numbers and was compiled with a loss from logits, such as
     * {@code crossEntropy()}, the softmax or sigmoid is applied here.
     */
    public float[] probabilities(int example) {
        return row(one().finished(), example);
    }

    private float[] row(float[] all, int example) {
        int first = start(example);
        return Arrays.copyOfRange(all, first, first + outputs.width() * positions);
    }

    private int start(int example) {
        if (example < 0 || example >= size()) {
            throw LungoException.badInput(
                    "There is no prediction of this number.",
                    example,
                    "0 to " + (size() - 1),
                    "count examples from 0.");
        }
        return example * outputs.width() * positions;
    }

    @Override
    public String toString() {
        if (!each.isEmpty()) {
            return each.entrySet().stream()
                    .map(output -> output.getKey() + ": " + output.getValue())
                    .collect(Collectors.joining("\n"));
        }
        StringBuilder text = new StringBuilder();
        int shown = Math.min(size(), SHOWN);
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "" : ", ").append(written(i));
        }
        return shown < size()
                ? text + String.format(Locale.ROOT, ", ... (%,d examples)", size())
                : text.toString();
    }

    private String written(int example) {
        if (positions > 1 && outputs.kind() == OutputKind.CLASSES) {
            return shortened(Arrays.stream(labels(example)).boxed().toList());
        }
        boolean answers =
                outputs.kind() == OutputKind.CLASSES || outputs.kind() == OutputKind.YES_OR_NO;
        if (answers && positions == 1) {
            return String.format(
                    Locale.ROOT, "%s (%.1f %%)", className(example), 100 * probability(example));
        }
        float[] row = row(outputs.finished(), example);
        if (row.length == 1) {
            return String.valueOf(row[0]);
        }
        return shortened(IntStream.range(0, row.length).mapToObj(i -> row[i]).toList());
    }

    private static String shortened(List<? extends Number> numbers) {
        int shown = Math.min(numbers.size(), SHOWN);
        String some = numbers.subList(0, shown).toString();
        return numbers.size() > SHOWN ? some.replace("]", ", ...]") : some;
    }
}
