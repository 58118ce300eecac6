package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.NormOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Brings the last axis of each example to length 1: {@code dense(64), unitNorm()}.
 *
 * <p>For embeddings that are compared by their angle: {@code dot} of two is their cosine. Zeros
 * stay zeros. As Keras' UnitNormalization and PyTorch's functional normalize.
 */
public record UnitNorm() implements Layer {
    @Override
    public String kind() {
        return "unitNorm";
    }

    @Override
    public String label() {
        return "unitNorm";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.add(new NormOperation.UnitNorm(), input.shape(), input);
    }

    @Override
    public String toString() {
        return "unitNorm()";
    }
}
