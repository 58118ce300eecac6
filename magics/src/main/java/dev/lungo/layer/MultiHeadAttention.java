package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.LungoException;
import dev.lungo.graph.Fans;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Each step looks at all steps and takes what fits: {@code multiHeadAttention(4, 16)}.
 *
 * <p>Takes steps x features and gives the same shape. Read from branches it takes more: {@code
 * .of(queries, values)} looks from one sequence into another, {@code .of(x, x, mask)} leaves out
 * steps whose mask is 0. Weights start as in Keras: Glorot uniform, biases zero; with {@link
 * #pytorch} Glorot uniform over what asks, is asked and is given together. Source: Vaswani and
 * others, Attention Is All You Need, 2017.
 *
 * @param heads how many times it looks, each time in its own way
 * @param size how many numbers a head compares
 * @param dropout the share of connections dropped while training
 * @param backOnly whether no step looks at later ones
 * @param options what it was told beside
 */
public record MultiHeadAttention(
        int heads, int size, double dropout, boolean backOnly, LayerOptions options)
        implements WithBias<MultiHeadAttention>, Joining {
    public MultiHeadAttention {
        atLeastOne("heads", heads, call(heads, size), "multiHeadAttention(4, 16)");
        atLeastOne("size", size, call(heads, size), "multiHeadAttention(4, 16)");
        Arguments.share("dropout", dropout);
    }

    /** Without dropout. */
    public MultiHeadAttention(int heads, int size) {
        this(heads, size, 0, false, LayerOptions.NONE);
    }

    /** A copy that drops this share of its connections while training. */
    public MultiHeadAttention dropout(double rate) {
        return new MultiHeadAttention(heads, size, rate, backOnly, options);
    }

    /** A copy in which no step looks at later ones, as models that write text need it. */
    public MultiHeadAttention causal() {
        return new MultiHeadAttention(heads, size, dropout, true, options);
    }

    @Override
    public MultiHeadAttention with(LayerOptions options) {
        return new MultiHeadAttention(heads, size, dropout, backOnly, options);
    }

    @Override
    public String kind() {
        return "multiHeadAttention";
    }

    @Override
    public String label() {
        return "multiHeadAttention " + heads;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.sequence(call(heads, size), input);
    }

    @Override
    public Optional<Misfit> misfit(List<Shape> inputs) {
        String call = call(heads, size);
        if (inputs.size() > 3) {
            return Optional.of(
                    new Misfit(
                            "%s reads at most queries, values and a mask, but gets %d branches."
                                    .formatted(call, inputs.size()),
                            "Write for example %s.of(x, x, mask).".formatted(call)));
        }
        if (backOnly && inputs.size() > 2) {
            return Optional.of(
                    new Misfit(
                            call + ".causal() cannot take a mask beside.",
                            "Leave out the mask, or .causal()."));
        }
        for (Shape sequence : inputs.subList(0, Math.min(2, inputs.size()))) {
            Optional<Misfit> misfit = misfit(sequence, List.of());
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return inputs.size() < 3
                ? Optional.empty()
                : Arguments.mask(call, inputs.get(1).size(0), inputs.get(2));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Node queries = inputs.get(0);
        Node values = inputs.size() > 1 ? inputs.get(1) : queries;
        Node asked = project(graph, "query", queries);
        Node key = project(graph, "key", values);
        Node value = project(graph, "value", values);
        var attention = new SequenceOperation.Attention(heads, dropout, backOnly);
        Optional<Node> mask = inputs.size() > 2 ? Optional.of(inputs.get(2)) : graph.mask(values);
        if (backOnly && mask.isPresent()) {
            throw causalMask();
        }
        Node found =
                mask.map(m -> graph.add(attention, asked.shape(), asked, key, value, m))
                        .orElseGet(() -> graph.add(attention, asked.shape(), asked, key, value));
        return linear(graph, "output", found, queries.shape().size(1));
    }

    private LungoException causalMask() {
        return LungoException.badInput(
                call(heads, size) + ".causal() cannot leave out steps.",
                "a sequence of embedding(..).maskZero()",
                "a sequence without a mask",
                "leave out .maskZero(), or .causal().");
    }

    /** Features to heads x size numbers. */
    private Node project(GraphBuilder graph, String role, Node input) {
        return linear(graph, role, input, heads * size);
    }

    private Node linear(GraphBuilder graph, String role, Node input, int outputs) {
        int inputs = input.shape().size(1);
        Initializer usual =
                options.isPyTorch(graph) ? asInPyTorch(role, inputs, outputs) : LayerOptions.GLOROT;
        Weight kernel =
                graph.weight(
                        role + "Kernel",
                        options.kernelStart().orElse(usual),
                        Fans.of(List.of(outputs, inputs)),
                        options.penalty(),
                        outputs,
                        inputs);
        Optional<Weight> bias =
                options.biased()
                        ? Optional.of(
                                graph.weight(
                                        role + "Bias",
                                        options.biasStart().orElse(LayerOptions.ZEROS),
                                        outputs))
                        : Optional.empty();
        Shape given = Shape.of(input.shape().size(0), outputs);
        return graph.add(new Operation.Linear(kernel, bias), given, input);
    }

    /** PyTorch has one kernel of 3 x outputs for what asks, is asked and is given. */
    private static Initializer asInPyTorch(String role, int inputs, int outputs) {
        return role.equals("output")
                ? LayerOptions.within(inputs)
                : new Initializer.Uniform(Math.sqrt(6.0 / (inputs + 3.0 * outputs)));
    }

    private static String call(int heads, int size) {
        return "multiHeadAttention(" + heads + ", " + size + ")";
    }

    @Override
    public String toString() {
        return call(heads, size)
                + (dropout > 0 ? ".dropout(" + dropout + ")" : "")
                + (backOnly ? ".causal()" : "")
                + options.written();
    }
}
