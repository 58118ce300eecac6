package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Layers that do not fit together, with a table that shows where. */
public final class ShapeException extends LungoException {
    private static final long serialVersionUID = 1L;

    private ShapeException(String message) {
        super(message);
    }

    /**
     * The layer after {@code above} does not fit; {@code shapes} are what the layers above it give.
     */
    static ShapeException of(Misfit misfit, List<Layer> above, List<Shape> shapes, Layer failing) {
        return new ShapeException(
                misfit.problem() + "\n\n" + rows(above, shapes, failing) + "\n\n" + misfit.fix());
    }

    /** The first two rows, the last one before the trouble, and the trouble itself. */
    private static String rows(List<Layer> above, List<Shape> shapes, Layer failing) {
        List<Integer> shown = new ArrayList<>(IntStream.range(0, above.size()).boxed().toList());
        boolean shortened = shown.size() > 4;
        if (shortened) {
            shown.subList(2, shown.size() - 1).clear();
        }
        int labels =
                IntStream.concat(
                                shown.stream().mapToInt(i -> above.get(i).label().length()),
                                IntStream.of(failing.label().length()))
                        .max()
                        .orElseThrow();
        List<String> sizes = aligned(shown.stream().map(shapes::get).toList());
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int row = shown.get(i);
            if (shortened && i == 2) {
                rows.add("   ...");
            }
            rows.add(row(row + 1, above.get(row).label(), labels, sizes.get(i)));
        }
        rows.add(row(above.size() + 1, failing.label(), labels, "<-- here"));
        return String.join("\n", rows);
    }

    private static String row(int number, String label, int width, String rest) {
        return " ".repeat(Math.max(1, 4 - String.valueOf(number).length()))
                + number
                + "  "
                + label
                + " ".repeat(width - label.length() + 3)
                + rest;
    }

    /** Shapes with their sizes in columns: the last size to the left, the others to the right. */
    private static List<String> aligned(List<Shape> shapes) {
        int[] widths = new int[shapes.stream().mapToInt(Shape::rank).max().orElse(0)];
        for (Shape shape : shapes) {
            for (int axis = 0; axis < shape.rank() - 1; axis++) {
                widths[axis] = Math.max(widths[axis], String.valueOf(shape.size(axis)).length());
            }
        }
        return shapes.stream()
                .map(
                        shape ->
                                IntStream.range(0, shape.rank())
                                        .mapToObj(
                                                axis ->
                                                        padded(
                                                                shape.size(axis),
                                                                axis == shape.rank() - 1
                                                                        ? 0
                                                                        : widths[axis]))
                                        .collect(Collectors.joining(" x ")))
                .toList();
    }

    private static String padded(int size, int width) {
        String digits = String.valueOf(size);
        return " ".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
