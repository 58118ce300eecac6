package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Attention and two dense layers, each added to what it reads and normed: {@code
 * transformerEncoder(4, 512)}.
 *
 * <p>Takes steps x features and gives the same shape; {@code .of(x, mask)} leaves out steps whose
 * mask is 0. BERT's form: the norms come after the sums, with epsilon 1e-12, and gelu is exact.
 * With {@link #pytorch} it is torch.nn.TransformerEncoderLayer: relu, epsilon 0.00001, and dropout
 * after relu too; its usual dropout is 0.1. Source: Devlin and others, BERT, 2018.
 *
 * @param heads how many heads look, each at {@code features / heads} numbers
 * @param hidden the units of the first dense layer; BERT has four times the features
 * @param dropout the share dropped of connections and of each part's outputs while training
 * @param options what it was told beside
 */
public record TransformerEncoder(int heads, int hidden, double dropout, LayerOptions options)
        implements WithWeights<TransformerEncoder>, Joining {
    public TransformerEncoder {
        atLeastOne("heads", heads, call(heads, hidden), "transformerEncoder(4, 512)");
        atLeastOne("hidden", hidden, call(heads, hidden), "transformerEncoder(4, 512)");
        Arguments.share("dropout", dropout);
    }

    /** Without dropout. */
    public TransformerEncoder(int heads, int hidden) {
        this(heads, hidden, 0, LayerOptions.NONE);
    }

    /** A copy that drops this share while training; BERT drops 0.1. */
    public TransformerEncoder dropout(double rate) {
        return new TransformerEncoder(heads, hidden, rate, options);
    }

    @Override
    public TransformerEncoder with(LayerOptions options) {
        return new TransformerEncoder(heads, hidden, dropout, options);
    }

    @Override
    public String kind() {
        return "transformerEncoder";
    }

    @Override
    public String label() {
        return "transformerEncoder " + heads;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 2) {
            return Arguments.sequence(call(heads, hidden), input);
        }
        if (input.size(1) % heads != 0) {
            return Optional.of(
                    new Misfit(
                            "%s cannot cut the %d features of %s into %d equal heads."
                                    .formatted(call(heads, hidden), input.size(1), input, heads),
                            "Use a number of heads that divides " + input.size(1) + "."));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(List<Shape> inputs) {
        Optional<Misfit> misfit = misfit(inputs.get(0), List.of());
        if (misfit.isPresent() || inputs.size() == 1) {
            return misfit;
        }
        return inputs.size() == 2
                ? Arguments.mask(call(heads, hidden), inputs.get(0).size(0), inputs.get(1))
                : Optional.of(
                        new Misfit(
                                "%s reads a sequence and a mask, but gets %d branches."
                                        .formatted(call(heads, hidden), inputs.size()),
                                "Write %s.of(x, mask).".formatted(call(heads, hidden))));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Node x = inputs.get(0);
        int features = x.shape().size(1);
        var attention = new MultiHeadAttention(heads, features / heads).dropout(dropout);
        List<Node> seen = inputs.size() > 1 ? List.of(x, x, inputs.get(1)) : List.of(x);
        Node found = Placing.place(graph, attention, seen);
        Node middle = normed(graph, x, found);
        boolean pytorch = options.isPyTorch(graph);
        Dense first = new Dense(hidden);
        Node wide = Placing.place(graph, pytorch ? first.relu() : first.gelu(), middle);
        Node kept = pytorch ? dropped(graph, wide) : wide;
        return normed(graph, middle, Placing.place(graph, new Dense(features), kept));
    }

    private Node normed(GraphBuilder graph, Node x, Node part) {
        Node sum = graph.add(new Operation.Merge(How.ADD), x.shape(), x, dropped(graph, part));
        double epsilon = options.isPyTorch(graph) ? 1e-5 : 1e-12;
        return Placing.place(graph, new LayerNorm().epsilon(epsilon), sum);
    }

    private Node dropped(GraphBuilder graph, Node part) {
        return dropout > 0 ? graph.add(new Operation.Dropout(dropout), part.shape(), part) : part;
    }

    private static String call(int heads, int hidden) {
        return "transformerEncoder(" + heads + ", " + hidden + ")";
    }

    @Override
    public String toString() {
        return call(heads, hidden)
                + (dropout > 0 ? ".dropout(" + dropout + ")" : "")
                + options.written();
    }
}
