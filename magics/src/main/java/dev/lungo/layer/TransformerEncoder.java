package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
 * @param preNorm whether the norms come before each part, and not after the sums
 * @param backOnly whether no step looks at later ones
 * @param options what it was told beside
 */
public record TransformerEncoder(
        int heads,
        int hidden,
        double dropout,
        boolean preNorm,
        boolean backOnly,
        LayerOptions options)
        implements WithWeights<TransformerEncoder>, Activated<TransformerEncoder>, Joining {
    public TransformerEncoder {
        atLeastOne("heads", heads, call(heads, hidden), "transformerEncoder(4, 512)");
        atLeastOne("hidden", hidden, call(heads, hidden), "transformerEncoder(4, 512)");
        Arguments.share("dropout", dropout);
    }

    /** Without dropout. */
    public TransformerEncoder(int heads, int hidden) {
        this(heads, hidden, 0, false, false, LayerOptions.NONE);
    }

    /** A copy that drops this share while training; BERT drops 0.1. */
    public TransformerEncoder dropout(double rate) {
        return new TransformerEncoder(heads, hidden, rate, preNorm, backOnly, options);
    }

    /** A copy whose norms come before each part, as in GPT-2 and vision transformers. */
    public TransformerEncoder normFirst() {
        return new TransformerEncoder(heads, hidden, dropout, true, backOnly, options);
    }

    /** A copy in which no step looks at later ones, as models that write text need it. */
    public TransformerEncoder causal() {
        return new TransformerEncoder(heads, hidden, dropout, preNorm, true, options);
    }

    /** A copy with this function between its two dense layers. */
    @Override
    public TransformerEncoder activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public TransformerEncoder with(LayerOptions options) {
        return new TransformerEncoder(heads, hidden, dropout, preNorm, backOnly, options);
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
        if (backOnly) {
            return Optional.of(
                    new Misfit(
                            call(heads, hidden) + ".causal() cannot take a mask beside.",
                            "Leave out the mask, or .causal()."));
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
        Node middle = part(graph, x, seen -> attention(graph, seen, inputs));
        return part(graph, middle, seen -> dense(graph, seen));
    }

    /** Something added to what it reads, with a norm after the sum or before the part. */
    private Node part(GraphBuilder graph, Node x, UnaryOperator<Node> part) {
        Node found = part.apply(preNorm ? normed(graph, x) : x);
        Node sum = graph.add(new Operation.Merge(How.ADD), x.shape(), x, dropped(graph, found));
        return preNorm ? sum : normed(graph, sum);
    }

    private Node attention(GraphBuilder graph, Node x, List<Node> inputs) {
        int size = x.shape().size(1) / heads;
        var attention = new MultiHeadAttention(heads, size).dropout(dropout);
        List<Node> seen = inputs.size() > 1 ? List.of(x, x, inputs.get(1)) : List.of(x);
        return Placing.place(graph, backOnly ? attention.causal() : attention, seen);
    }

    private Node dense(GraphBuilder graph, Node x) {
        boolean pytorch = options.isPyTorch(graph);
        Activation usual = pytorch ? Activation.RELU : Activation.of(Activation.Kind.GELU);
        Dense first = new Dense(hidden).activation(options.function().orElse(usual));
        Node wide = Placing.place(graph, first, x);
        Node kept = pytorch ? dropped(graph, wide) : wide;
        return Placing.place(graph, new Dense(x.shape().size(1)), kept);
    }

    private Node normed(GraphBuilder graph, Node x) {
        double epsilon = options.isPyTorch(graph) ? 1e-5 : 1e-12;
        return Placing.place(graph, new LayerNorm().epsilon(epsilon), x);
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
                + (preNorm ? ".normFirst()" : "")
                + (backOnly ? ".causal()" : "")
                + options.written();
    }
}
