package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Gives;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A layer that reads a sequence step by step: {@link Lstm}, {@link Gru} or {@link SimpleRnn}.
 *
 * <p>It begins with zeros, or with the state of another one of its kind:
 *
 * <pre>{@code
 * var question = lstm(64).returnState().of(source);
 * var answer = lstm(64).returnSequences().of(target, question);
 * }</pre>
 */
public sealed interface Recurrent extends Joining permits Lstm, Gru, SimpleRnn {
    /** How many numbers it remembers. */
    int units();

    /** What it gives of what it remembers. */
    Gives gives();

    /** The shape of what another one can go on from. */
    default Shape state() {
        return Shape.of(units());
    }

    /** What it gives for one example. */
    default Shape given(Shape input) {
        return switch (gives()) {
            case LAST -> Shape.of(units());
            case STEPS -> Shape.of(input.size(0), units());
            case STATE -> state();
        };
    }

    @Override
    default Optional<Misfit> misfit(Shape input, List<Layer> above) {
        boolean last =
                !above.isEmpty()
                        && above.get(above.size() - 1) instanceof Recurrent before
                        && before.gives() == Gives.LAST;
        return misfit(List.of(input))
                .map(
                        misfit ->
                                last
                                        ? new Misfit(
                                                misfit.problem(),
                                                "Let the layer above it give every step: %s.returnSequences()."
                                                        .formatted(above.get(above.size() - 1)))
                                        : misfit);
    }

    @Override
    default Optional<Misfit> misfit(List<Shape> inputs) {
        String call = kind() + "(" + units() + ")";
        if (inputs.size() > 2) {
            return Optional.of(
                    new Misfit(
                            "%s reads a sequence, and perhaps a state, but gets %d branches."
                                    .formatted(call, inputs.size()),
                            "Write %s.of(steps, state).".formatted(call)));
        }
        if (inputs.size() == 2 && !inputs.get(1).equals(state())) {
            return Optional.of(
                    new Misfit(
                            "%s begins with a state of %s, but gets %s."
                                    .formatted(call, state(), inputs.get(1)),
                            "Take the state of another one: %s.returnState().of(...)."
                                    .formatted(call)));
        }
        return Arguments.sequence(call, inputs.get(0));
    }

    @Override
    default Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    /**
     * Reads a sequence, without the steps that a mask leaves out.
     *
     * @param reader the operation that gives this
     */
    default Node read(GraphBuilder graph, Function<Gives, Operation> reader, List<Node> inputs) {
        Node steps = inputs.get(0);
        Shape given = given(steps.shape());
        Optional<Node> mask = graph.mask(steps);
        if (mask.isEmpty()) {
            return graph.add(reader.apply(gives()), given, inputs.toArray(Node[]::new));
        }
        refuseState();
        List<Node> dense = new ArrayList<>(inputs);
        dense.set(
                0, graph.add(new SequenceOperation.StepsFirst(), steps.shape(), steps, mask.get()));
        Shape all = Shape.of(steps.shape().size(0), units());
        Node read = graph.add(reader.apply(Gives.STEPS), all, dense.toArray(Node[]::new));
        boolean last = gives() == Gives.LAST;
        Node back = graph.add(new SequenceOperation.StepsBack(last), given, read, mask.get());
        if (!last) {
            graph.mask(back, mask.get());
        }
        return back;
    }

    private void refuseState() {
        if (gives() == Gives.STATE) {
            throw LungoException.badInput(
                    kind() + "(" + units() + ").returnState() reads every step.",
                    "a sequence of embedding(..).maskZero(), of which some are left out",
                    "a sequence without a mask",
                    "leave out .maskZero(), or .returnState().");
        }
    }

    /** What it was told to give, as it is written. */
    default String written() {
        return switch (gives()) {
            case LAST -> "";
            case STEPS -> ".returnSequences()";
            case STATE -> ".returnState()";
        };
    }
}
