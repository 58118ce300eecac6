package dev.lungo.model;

import dev.lungo.data.FloatValues;
import dev.lungo.data.Values;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.layer.Stack;
import java.util.List;
import java.util.Locale;

/** Finds word numbers that an embedding has no row for, before native code meets them. */
final class EmbeddingCheck {
    private EmbeddingCheck() {}

    /** The numbers of each input that an embedding reads. */
    static void words(String call, List<Values> inputs, Stack stack) {
        Graph graph = stack.graph();
        for (Node node : graph.nodes()) {
            if (node.operation() instanceof SequenceOperation.Embedding embedding) {
                int input = graph.inputs().indexOf(graph.nodes().get(node.inputs().get(0)));
                if (input >= 0 && inputs.get(input) instanceof FloatValues numbers) {
                    words(call, numbers, node.layer(), embedding.table().sizes().get(0));
                }
            }
        }
    }

    private static void words(String call, FloatValues numbers, String layer, int words) {
        int steps = numbers.shape().elements();
        for (int i = 0; i < numbers.length(); i++) {
            float word = numbers.array()[numbers.offset() + i];
            if (!(word >= 0 && word < words) || word != Math.rint(word)) {
                throw new ModelException(
                        "%s: %s has no word of this number.\nReceived: %s in row %s, place %s\nExpected: whole numbers from 0 to %s\nFix: %s"
                                .formatted(
                                        call,
                                        layer,
                                        written(word),
                                        written(i / steps),
                                        written(i % steps),
                                        written(words - 1),
                                        word >= words
                                                ? "give embedding(words, features) the highest"
                                                        + " number and 1, or replace rare words by"
                                                        + " one number."
                                                : "count words from 0."));
            }
        }
    }

    private static String written(float number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,d", (long) number)
                : String.valueOf(number);
    }
}
