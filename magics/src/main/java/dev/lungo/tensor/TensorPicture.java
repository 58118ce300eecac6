package dev.lungo.tensor;

import dev.lungo.display.Bundle;
import dev.lungo.display.Markup;
import java.util.ArrayList;
import java.util.List;

/** A tensor as text: its shape, and its values with the middle of long axes left out. */
final class TensorPicture {
    /** Axes longer than this are shortened to the ends. */
    private static final int LONG = 8;

    private static final int ENDS = 3;

    private final float[] values;
    private final Shape shape;
    private final List<String> shown = new ArrayList<>();
    private int width;

    private TensorPicture(float[] values, Shape shape) {
        this.values = values;
        this.shape = shape;
    }

    static String text(float[] values, Shape shape) {
        if (shape.rank() == 0) {
            return "tensor " + Numbers.text(values[0]);
        }
        return "tensor " + Sizes.text(shape) + "\n" + new TensorPicture(values, shape).rows();
    }

    static Bundle bundle(float[] values, Shape shape) {
        String text = text(values, shape);
        String[] parts = text.split("\n", 2);
        String html =
                "<div><b>"
                        + Markup.escape(parts[0])
                        + "</b>"
                        + (parts.length == 1 ? "" : "<pre>" + lines(parts[1]) + "</pre>")
                        + "</div>";
        return Bundle.html(html, text);
    }

    private static String lines(String text) {
        return String.join("\n", text.lines().map(Markup::escape).toList());
    }

    private String rows() {
        collect(0, 0);
        width = shown.stream().mapToInt(String::length).max().orElse(0);
        shown.clear();
        StringBuilder text = new StringBuilder();
        write(text, 0, 0);
        return text.toString();
    }

    /** The numbers that will be seen, for the width of a column. */
    private void collect(int axis, int offset) {
        if (axis == shape.rank()) {
            shown.add(Numbers.text(values[offset]));
            return;
        }
        for (int i : positions(axis)) {
            if (i >= 0) {
                collect(axis + 1, offset + i * stride(axis));
            }
        }
    }

    private void write(StringBuilder text, int axis, int offset) {
        if (axis == shape.rank()) {
            String number = Numbers.text(values[offset]);
            text.append(" ".repeat(width - number.length())).append(number);
            return;
        }
        boolean last = axis == shape.rank() - 1;
        String gap = last ? ", " : ",\n" + " ".repeat(axis + 1);
        text.append('[');
        String before = "";
        for (int i : positions(axis)) {
            text.append(before);
            if (i < 0) {
                text.append("...");
            } else {
                write(text, axis + 1, offset + i * stride(axis));
            }
            before = gap;
        }
        text.append(']');
    }

    /** The positions of an axis that are shown; -1 stands for those left out. */
    private int[] positions(int axis) {
        int size = shape.size(axis);
        if (size <= LONG) {
            return java.util.stream.IntStream.range(0, size).toArray();
        }
        int[] positions = new int[2 * ENDS + 1];
        for (int i = 0; i < ENDS; i++) {
            positions[i] = i;
            positions[positions.length - 1 - i] = size - 1 - i;
        }
        positions[ENDS] = -1;
        return positions;
    }

    private int stride(int axis) {
        return shape.sizes().subList(axis + 1, shape.rank()).stream().reduce(1, (a, b) -> a * b);
    }
}
