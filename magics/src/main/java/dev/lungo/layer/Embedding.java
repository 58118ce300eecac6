package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A row of learned numbers for each whole number: {@code embedding(10000, 16)}.
 *
 * <p>Takes a row of whole numbers from 0 to {@code words - 1} and gives {@code steps x features}.
 * The table starts as in Keras: uniform within 0.05; with {@link #pytorch} normal with deviation 1.
 * Where sequences are filled up with zeros, {@link #maskZero} has layers behind it leave them out.
 *
 * @param words how many different numbers there are
 * @param features how many numbers each becomes
 * @param masked whether 0 is no word but fills up a sequence
 * @param options what it was told beside
 */
public record Embedding(int words, int features, boolean masked, LayerOptions options)
        implements WithKernel<Embedding> {
    public Embedding {
        String call = "embedding(" + words + ", " + features + ")";
        atLeastOne("words", words, call, "embedding(10000, 16)");
        atLeastOne("features", features, call, "embedding(10000, 16)");
    }

    /** A table that starts as in Keras. */
    public Embedding(int words, int features) {
        this(words, features, false, LayerOptions.NONE);
    }

    /**
     * A copy for which 0 is no word but fills up a sequence, as Keras' {@code mask_zero=True}.
     *
     * <p>Recurrent layers skip these steps, attention does not look at them, and {@code
     * globalAvgPool} does not count them. Layers that change each step by itself, such as dense,
     * dropout and layerNorm, leave them known to those behind; behind any other they are steps as
     * all are.
     */
    public Embedding maskZero() {
        return new Embedding(words, features, true, options);
    }

    @Override
    public Embedding with(LayerOptions options) {
        return new Embedding(words, features, masked, options);
    }

    @Override
    public String kind() {
        return "embedding";
    }

    @Override
    public String label() {
        return "embedding " + words;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return input.rank() == 1
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s needs a row of whole numbers, but gets %s."
                                        .formatted(this, input),
                                "Begin the model with input(steps), and put the embedding first."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Initializer usual =
                options.isPyTorch(graph)
                        ? new Initializer.Normal(1)
                        : new Initializer.Uniform(0.05);
        var table = options.kernel(graph, usual, words, features);
        Shape given = Shape.of(input.shape().size(0), features);
        Node found = graph.add(new SequenceOperation.Embedding(table), given, input);
        if (masked) {
            graph.mask(found, graph.add(new SequenceOperation.NotZero(), input.shape(), input));
        }
        return found;
    }

    @Override
    public String toString() {
        return "embedding("
                + words
                + ", "
                + features
                + ")"
                + (masked ? ".maskZero()" : "")
                + options.written();
    }
}
