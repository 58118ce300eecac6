package dev.lungo.model;

import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Transform;
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

    /** The numbers of each input that an embedding reads, as the model would see them. */
    static void words(String call, Values inputs, List<Transform> seen, Stack stack) {
        Graph graph = stack.graph();
        for (Node node : graph.nodes()) {
            if (node.operation() instanceof SequenceOperation.Embedding embedding) {
                int input = graph.inputs().indexOf(graph.nodes().get(node.inputs().get(0)));
                if (input >= 0) {
                    Values values = inputs.each().get(input);
                    int words = embedding.table().sizes().get(0);
                    words(call, values, seen.get(input), node.layer(), words);
                }
            }
        }
    }

    private static void words(String call, Values values, Transform seen, String layer, int words) {
        int steps = values.shape().elements();
        for (int i = 0; i < values.length(); i++) {
            float word = seen.apply(stored(values, i));
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
                                        fix(word)));
            }
        }
    }

    private static float stored(Values values, int place) {
        return values instanceof ByteValues bytes
                ? Byte.toUnsignedInt(bytes.array()[bytes.offset() + place])
                : ((FloatValues) values).array()[values.offset() + place];
    }

    private static String fix(float word) {
        if (word != Math.rint(word)) {
            return "pass the numbers of words as they are: .raw() for bytes, without"
                    + " .normalize(...).";
        }
        return word < 0
                ? "count words from 0."
                : "give embedding(words, features) the highest number and 1, or replace rare words"
                        + " by one number.";
    }

    private static String written(float number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,d", (long) number)
                : String.valueOf(number);
    }

    private static String written(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
