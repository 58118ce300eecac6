package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Shared;
import dev.lungo.layer.Stack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Makes a model of the layers up to one of another model, with the weights they have now. */
final class UpTo {
    private final Model whole;
    private final Stack stack;

    /** The positions of the layers that are kept, in their order. */
    private final List<Integer> kept;

    private UpTo(Model whole, List<Integer> kept) {
        this.whole = whole;
        this.stack = whole.stack();
        this.kept = kept;
    }

    static Model model(Model whole, String layer) {
        List<String> names = whole.stack().names();
        if (!names.contains(layer)) {
            throw LungoException.badInput(
                    "upTo ends a model with one of its layers.",
                    "\"" + layer + "\"",
                    "one of " + names,
                    "use one of these, or name the layer with .named(\"...\") when you make it.");
        }
        int last = names.indexOf(layer);
        return new UpTo(whole, behind(whole.stack(), last)).model(last);
    }

    /** A layer and all that it depends on. */
    private static List<Integer> behind(Stack stack, int last) {
        TreeSet<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            int next = open.pop();
            if (found.add(next)) {
                open.addAll(stack.reads().get(next));
            }
        }
        return List.copyOf(found);
    }

    private Model model(int last) {
        List<Layer> layers = kept.stream().map(stack.layers()::get).toList();
        List<List<Integer>> reads =
                kept.stream()
                        .map(i -> stack.reads().get(i).stream().map(kept::indexOf).toList())
                        .toList();
        Stack part = Stack.of(layers, reads, List.of(kept.indexOf(last)));
        Model model = Model.of(part);
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0, input = 0; i < stack.layers().size(); i++) {
            if (stack.layers().get(i) instanceof Input) {
                if (kept.contains(i)) {
                    inputs.add(input);
                }
                input++;
            }
        }
        var seen = whole.learned().transforms();
        Saved saved =
                new Saved(
                        part.layers(),
                        part.reads(),
                        part.outputs(),
                        Optional.empty(),
                        List.of(),
                        seen.isEmpty() ? seen : inputs.stream().map(seen::get).toList(),
                        List.of(),
                        List.of(),
                        0,
                        1,
                        Optional.empty());
        model.learned().restore(saved, weights(part));
        return model;
    }

    /** Layers are counted anew, so that their names may be others than in the whole model. */
    private Map<String, float[]> weights(Stack part) {
        Map<String, float[]> all = whole.learned().weights();
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (Weight weight : part.graph().weights()) {
            for (int i = 0; i < kept.size(); i++) {
                String layer = part.names().get(i) + ".";
                if (weight.name().startsWith(layer)) {
                    String before = stack.names().get(first(kept.get(i))) + ".";
                    String own = weight.name().substring(layer.length());
                    weights.put(weight.name(), all.get(before + own));
                }
            }
        }
        return weights;
    }

    /** A shared layer keeps its weights under the name of its first use. */
    private int first(int place) {
        Layer layer = stack.layers().get(place);
        return layer instanceof Shared ? stack.layers().indexOf(layer) : place;
    }
}
