package dev.lungo.loss;

import dev.lungo.LungoException;
import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A loss for each output of a model: {@code losses(mse(), binaryCrossentropy()).weights(0.2, 1)}.
 *
 * <p>What is made small is their sum, each multiplied with its weight. As Keras' lists of {@code
 * loss} and {@code loss_weights}, or its dictionaries by the outputs' names.
 *
 * @param each the losses, in the order of the outputs or of {@code names}
 * @param weights what each counts
 * @param names the names of the outputs; empty where the losses are in their order
 */
public record Losses(List<Loss> each, List<Double> weights, List<String> names) implements Loss {
    public Losses {
        each = List.copyOf(each);
        weights = List.copyOf(weights);
        names = List.copyOf(names);
        for (Loss loss : each) {
            if (loss instanceof Losses || loss instanceof NoLoss) {
                throw LungoException.badInput(
                        "losses(..) takes one loss for each output.",
                        loss,
                        "losses such as mse()",
                        "write losses(..) once, with a loss for each output.");
            }
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw LungoException.badInput(
                        "losses(..).weights(..) cannot count an output like this.",
                        weight,
                        "0 or more",
                        "use 1 for an output that counts as usual.");
            }
        }
        if (weights.size() != each.size()) {
            throw LungoException.badInput(
                    "losses(..).weights(..) needs a weight for each loss.",
                    weights.size() + " weights and " + each.size() + " losses",
                    "as many weights as losses",
                    "use 1 for an output that counts as usual.");
        }
    }

    /** Losses in the order of the outputs, which count the same. */
    public static Losses of(Loss... each) {
        return new Losses(List.of(each), ones(each.length), List.of());
    }

    /** Losses by the names of the outputs, which count the same. */
    public static Losses of(Map<String, ? extends Loss> byName) {
        List<String> names = byName.keySet().stream().sorted().toList();
        List<Loss> each = names.stream().map(name -> (Loss) byName.get(name)).toList();
        return new Losses(each, ones(each.size()), names);
    }

    private static List<Double> ones(int count) {
        return Collections.nCopies(count, 1.0);
    }

    /** A copy in which each loss is multiplied with its weight, in the order of the losses. */
    public Losses weights(double... weights) {
        if (!names.isEmpty()) {
            throw LungoException.badInput(
                    "These losses have names, so their weights need them too.",
                    Arrays.toString(weights),
                    "weights for " + names,
                    "for example weights(Map.of(\"" + names.get(0) + "\", 0.5)).");
        }
        return new Losses(each, Arrays.stream(weights).boxed().toList(), names);
    }

    /** A copy in which the losses of these outputs are multiplied with these weights. */
    public Losses weights(Map<String, Double> byName) {
        if (!names.containsAll(byName.keySet())) {
            throw LungoException.badInput(
                    "losses(..).weights(..) names an output that has no loss here.",
                    byName.keySet().stream().sorted().toList(),
                    names.isEmpty() ? "losses by name" : "some of " + names,
                    "write losses(Map.of(\"age\", mse(), ..)).weights(Map.of(\"age\", 0.5)).");
        }
        List<Double> weights = names.stream().map(name -> byName.getOrDefault(name, 1.0)).toList();
        return new Losses(each, weights, names);
    }

    /**
     * The losses in the order of these outputs.
     *
     * @throws LungoException if an output has none, or one is for no output
     */
    public Losses inOrder(List<String> outputs) {
        boolean fits =
                names.isEmpty()
                        ? each.size() == outputs.size()
                        : names.size() == outputs.size() && outputs.containsAll(names);
        if (!fits) {
            throw LungoException.badInput(
                    "compile needs a loss for each output of the model.",
                    names.isEmpty() ? each.size() + " losses: " + each : "losses for " + names,
                    "a loss for each of " + outputs,
                    "write losses(..) with a loss for each output, in this order or by name.");
        }
        return names.isEmpty()
                ? this
                : new Losses(
                        outputs.stream().map(name -> each.get(names.indexOf(name))).toList(),
                        outputs.stream().map(name -> weights.get(names.indexOf(name))).toList(),
                        List.of());
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return IntStream.range(0, each.size())
                .mapToObj(i -> each.get(i).misfit(graph.withOutput(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return IntStream.range(0, each.size())
                .mapToObj(i -> each.get(i).misfit(graph.withOutput(i), targets.each().get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Losses comparedWith(Graph graph, Targets targets) {
        List<Loss> known =
                IntStream.range(0, each.size())
                        .mapToObj(
                                i ->
                                        each.get(i)
                                                .comparedWith(
                                                        graph.withOutput(i), targets.each().get(i)))
                        .toList();
        return new Losses(known, weights, names);
    }

    @Override
    public Optional<String> warning(Graph graph) {
        return IntStream.range(0, each.size())
                .mapToObj(i -> each.get(i).warning(graph.withOutput(i)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "\n" + other);
    }

    @Override
    public String toString() {
        String written =
                IntStream.range(0, each.size())
                        .mapToObj(
                                i ->
                                        names.isEmpty()
                                                ? each.get(i)
                                                : names.get(i) + ": " + each.get(i))
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
        boolean same = weights.stream().allMatch(weight -> weight == 1);
        return "losses("
                + written
                + ")"
                + (same
                        ? ""
                        : weights.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ", ".weights(", ")")));
    }
}
