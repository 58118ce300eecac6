package dev.lungo.model;

import dev.lungo.chart.TableCard;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A model's layers as a table, with the totals as Keras prints them. */
final class Summary {
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB");

    private Summary() {}

    static TableCard of(Stack stack) {
        List<String> heads =
                new ArrayList<>(
                        List.of("layer", "written", "output shape", "params", "operations"));
        if (!stack.isLine()) {
            heads.add("connected to");
        }
        TableCard table = TableCard.of(heads.toArray(String[]::new)).title("Model");
        for (int i = 0; i < stack.layers().size(); i++) {
            List<Object> cells = new ArrayList<>();
            cells.add(stack.names().get(i));
            cells.add(stack.layers().get(i));
            cells.add(stack.shapes().get(i));
            cells.add(stack.parameters(i));
            cells.add(2 * stack.multiplications(i));
            if (!stack.isLine()) {
                List<String> from = stack.readNames(i);
                cells.add(from.isEmpty() ? "-" : String.join(", ", from));
            }
            table = table.row(cells.toArray());
        }
        Graph graph = stack.graph();
        long all = count(graph.weights());
        long trainable = count(graph.trainable());
        return table.note(line("Total", all))
                .note(line("Trainable", trainable))
                .note(line("Non-trainable", all - trainable))
                .note(
                        String.format(
                                Locale.ROOT,
                                "Operations for one example: %,d (a multiplication and an addition"
                                        + " are two)",
                                2 * graph.multiplications()));
    }

    private static long count(List<Weight> weights) {
        return weights.stream().mapToLong(Weight::elements).sum();
    }

    private static String line(String what, long count) {
        return String.format(Locale.ROOT, "%s params: %,d (%s)", what, count, size(count));
    }

    /** Of 32-bit numbers, in units of 1,024, with two decimals as in Keras. */
    private static String size(long count) {
        double size = count * (double) Float.BYTES;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.2f %s", size, UNITS.get(unit));
    }
}
