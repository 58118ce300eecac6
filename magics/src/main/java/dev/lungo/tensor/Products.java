package dev.lungo.tensor;

import dev.lungo.LungoException;
import java.util.ArrayList;
import java.util.List;

/** The shape of a matrix product. */
final class Products {
    private Products() {}

    static Shape shape(Shape a, Shape b) {
        if (a.rank() == 0 || b.rank() == 0) {
            throw misfit(a, b, "tensors with axes", "multiply with one number by mul.");
        }
        int inner = a.size(a.rank() - 1);
        int theirs = b.size(Math.max(0, b.rank() - 2));
        if (inner != theirs) {
            throw misfit(
                    a,
                    b,
                    "the last size of the first ("
                            + size(inner)
                            + ") equal to "
                            + (b.rank() == 1 ? "the size" : "the last size but one")
                            + " of the second ("
                            + size(theirs)
                            + ")",
                    "transpose() one of them, or change how it was made.");
        }
        List<Integer> sizes =
                new ArrayList<>(Sizes.broadcast("matmul", leading(a), leading(b)).sizes());
        if (a.rank() > 1) {
            sizes.add(a.size(a.rank() - 2));
        }
        if (b.rank() > 1) {
            sizes.add(b.size(b.rank() - 1));
        }
        return new Shape(sizes);
    }

    private static Shape leading(Shape shape) {
        return new Shape(shape.sizes().subList(0, Math.max(0, shape.rank() - 2)));
    }

    private static String size(int size) {
        return size == Sizes.BATCH ? "batch" : String.valueOf(size);
    }

    private static LungoException misfit(Shape a, Shape b, String expected, String fix) {
        return LungoException.badInput(
                "matmul cannot multiply these matrices.",
                Sizes.text(a) + " and " + Sizes.text(b),
                expected,
                fix);
    }
}
