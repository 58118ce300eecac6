package dev.lungo.graph;

import java.util.List;

/**
 * One tensor function in a model: what a user's lambda became when it was followed.
 *
 * <p>Unlike other operations it sees the batch as first axis, and axes in the order of the values
 * in the lambda.
 *
 * @param function what is computed
 * @param numbers the numbers it takes beside tensors, in the order that {@link TensorFunction}
 *     names
 */
public record Compute(TensorFunction function, List<Double> numbers) implements Operation {
    public Compute {
        numbers = List.copyOf(numbers);
    }
}
