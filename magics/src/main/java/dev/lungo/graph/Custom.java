package dev.lungo.graph;

import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A user's lambda that cannot be written into a model, because what it does depends on values: it
 * is run as it is, for every batch, between the parts of the model before and behind it.
 *
 * @param layer the layer's name
 * @param reason what it does, for example {@code reads values}
 * @param function the lambda, which sees the batch as first axis and pictures channels last
 * @param weights the weights it asks for
 */
public record Custom(
        String layer,
        String reason,
        BiFunction<Tensor, OwnWeights, Tensor> function,
        List<Weight> weights)
        implements Operation {
    public Custom {
        weights = List.copyOf(weights);
    }
}
