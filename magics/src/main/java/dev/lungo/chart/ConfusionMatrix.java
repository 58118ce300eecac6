package dev.lungo.chart;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often each class was taken for each class.
 *
 * <pre>{@code
 * var matrix = ConfusionMatrix.of(new int[][] {{48, 2}, {5, 45}}, List.of("cat", "dog"));
 * matrix.accuracy()         // 0.93
 * matrix.mostConfused(1)    // [dog -> cat: 5 times]
 * }</pre>
 */
public final class ConfusionMatrix implements Rich {
    private final int[][] counts;
    private final List<String> classes;

    private ConfusionMatrix(int[][] counts, List<String> classes) {
        this.counts = counts;
        this.classes = classes;
    }

    /**
     * A mistake and how often it was made.
     *
     * @param truth the name of the true class
     * @param predicted the name of the class it was taken for
     * @param count how many examples
     */
    public record Confusion(String truth, String predicted, int count) {
        @Override
        public String toString() {
            return truth
                    + " -> "
                    + predicted
                    + ": "
                    + Numbers.count(count)
                    + (count == 1 ? " time" : " times");
        }
    }

    /**
     * The matrix of these counts.
     *
     * @param counts one row for each true class, one column for each predicted class
     * @param classes the classes' names, in the order of rows and columns
     */
    public static ConfusionMatrix of(int[][] counts, List<String> classes) {
        boolean square = Arrays.stream(counts).allMatch(row -> row.length == counts.length);
        if (counts.length == 0 || !square || classes.size() != counts.length) {
            throw LungoException.badInput(
                    "A confusion matrix needs a row, a column and a name for each class.",
                    counts.length
                            + " rows of "
                            + Arrays.stream(counts).map(row -> row.length).distinct().toList()
                            + " columns, "
                            + classes.size()
                            + " names "
                            + classes,
                    "as many rows and columns as names",
                    "count with counts[truth][predicted]++ in an int[classes][classes].");
        }
        return new ConfusionMatrix(
                Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new),
                List.copyOf(classes));
    }

    /** The classes' names, in the order of rows and columns. */
    public List<String> classes() {
        return classes;
    }

    /** How many examples of one class were taken for another, by class number. */
    public int count(int truth, int predicted) {
        return counts[truth][predicted];
    }

    /** How many examples there are of class {@code truth}. */
    public int total(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /** The share of a class' examples that were recognised, NaN without any. */
    public double recall(int truth) {
        return (double) counts[truth][truth] / total(truth);
    }

    /** The share of all examples that were recognised, NaN without examples. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
            all += total(i);
        }
        return (double) right / all;
    }

    /** The {@code n} most frequent mistakes, or all when there are fewer. */
    public List<Confusion> mostConfused(int n) {
        if (n < 1) {
            throw LungoException.badInput(
                    "mostConfused(n) lists the n most frequent mistakes.",
                    n,
                    "1 or more",
                    "use mostConfused(5).");
        }
        List<Confusion> mistakes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                if (i != j && counts[i][j] > 0) {
                    mistakes.add(new Confusion(classes.get(i), classes.get(j), counts[i][j]));
                }
            }
        }
        return mistakes.stream()
                .sorted(Comparator.comparingInt(Confusion::count).reversed())
                .limit(n)
                .toList();
    }

    @Override
    public Bundle bundle() {
        return Bundle.svg(ConfusionPicture.of(this), toString());
    }

    @Override
    public String toString() {
        return ConfusionText.of(this);
    }
}
