package dev.lungo.engine;

import dev.lungo.graph.Compute;
import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * Computes with tensors at once, one function after the other, and keeps account of gradients.
 *
 * <p>May be used by any number of threads. Shapes have been checked before.
 */
public interface TensorEngine {
    /** Copies values into the engine, row by row. */
    Held hold(float[] values, Shape shape);

    /** One function of some tensors. */
    Held compute(Compute what, List<Held> inputs);

    /**
     * How one number changes with each of some variables, in their order.
     *
     * @return for each variable its gradient, or an empty list in place of all if a variable has no
     *     part in the number
     */
    List<Held> gradients(Held number, List<Held> variables);
}
