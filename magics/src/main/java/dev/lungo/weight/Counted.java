package dev.lungo.weight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A layer's name without what differs between Keras' spelling and ours: {@code
 * batch_normalization_2} is {@code batchnorm}, counted 2.
 *
 * @param words the names of the layers around it and its own
 * @param counts how each is counted, 0 for the first
 */
record Counted(List<String> words, List<Integer> counts) implements Comparable<Counted> {
    /** What Keras calls layers with weights that nobody gave a name. */
    private static final Set<String> KINDS =
            Set.of(
                    "dense",
                    "conv1d",
                    "conv2d",
                    "conv1dtranspose",
                    "conv2dtranspose",
                    "depthwiseconv2d",
                    "separableconv2d",
                    "embedding",
                    "positionembedding",
                    "lstm",
                    "gru",
                    "simplernn",
                    "batchnorm",
                    "layernorm",
                    "groupnorm",
                    "prelu");

    /** From a path such as {@code residual_1/conv2d}. */
    static Counted of(String path) {
        List<String> parts =
                Stream.of(path.split("/"))
                        .filter(part -> !part.matches("\\w*_cell(_\\d+)?"))
                        .toList();
        return new Counted(
                parts.stream().map(Counted::word).toList(),
                parts.stream().map(Counted::count).toList());
    }

    private static String word(String part) {
        return part.replaceFirst("_\\d+$", "")
                .replace("_", "")
                .toLowerCase(Locale.ROOT)
                .replace("normalization", "norm");
    }

    private static int count(String part) {
        String digits = part.replaceFirst("^.*_(\\d{1,9})$", "$1");
        return digits.equals(part) ? 0 : Integer.parseInt(digits);
    }

    /** What kind of layer it is, or the name it was given. */
    String kind() {
        return words.get(words.size() - 1);
    }

    /** Whether it looks like a name that somebody gave. */
    boolean isChosen() {
        return !KINDS.contains(kind()) && part().isEmpty();
    }

    /** Which part of a layer it is, for those whose parts have arrays of the same sizes. */
    String part() {
        boolean attention = List.of("query", "key", "value", "attentionoutput").contains(kind());
        boolean direction = kind().startsWith("forward") || kind().startsWith("backward");
        return words.size() > 1 && (attention || direction) ? kind() : "";
    }

    /** Names that Keras gives are counted over all models made so far: only their order tells. */
    @Override
    public int compareTo(Counted other) {
        return Arrays.compare(counts.toArray(Integer[]::new), other.counts.toArray(Integer[]::new));
    }
}
