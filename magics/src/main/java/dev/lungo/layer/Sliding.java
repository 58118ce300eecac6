package dev.lungo.layer;

import dev.lungo.graph.Edges;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.Optional;

/** How a window slides over a picture, as filters and pools do. */
record Sliding(Window size, Window stride, Window dilation, Padding padding) {
    /** Steps of {@code stride}, without gaps inside the window. */
    static Sliding of(Window size, Window stride, Padding padding) {
        return new Sliding(size, stride, Window.square(1), padding);
    }

    /** From the first value that a window reads to its last. */
    Window span() {
        return new Window(
                (size.height() - 1) * dilation.height() + 1,
                (size.width() - 1) * dilation.width() + 1);
    }

    /** Whether there is a place for it on the picture. */
    boolean fits(Shape picture) {
        return padding.fits(picture.size(0), span().height())
                && padding.fits(picture.size(1), span().width());
    }

    /** Why filters cannot slide over this, or nothing when they can. */
    Optional<Misfit> misfit(String call, Shape input) {
        if (input.rank() != 3) {
            return Arguments.picture(call, input);
        }
        return fits(input)
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s cannot slide over %s: it needs at least %d x %d."
                                        .formatted(call, input, span().height(), span().width()),
                                "Use a smaller filter, or %s.same() to keep the size."
                                        .formatted(call)));
    }

    /** What it gives for a picture. */
    Shape output(Shape picture, int channels) {
        return Shape.of(
                padding.places(picture.size(0), span().height(), stride.height()),
                padding.places(picture.size(1), span().width(), stride.width()),
                channels);
    }

    /** Rows and columns that are added around the picture. */
    Edges edges(Shape picture) {
        int[] rows = padding.zeros(picture.size(0), span().height(), stride.height());
        int[] columns = padding.zeros(picture.size(1), span().width(), stride.width());
        return new Edges(rows[0], rows[1], columns[0], columns[1]);
    }

    /** The size as it is written in a call: 3, or 3, 5 where it is not square. */
    static String written(Window size) {
        return size.height() == size.width()
                ? String.valueOf(size.height())
                : size.height() + ", " + size.width();
    }
}
