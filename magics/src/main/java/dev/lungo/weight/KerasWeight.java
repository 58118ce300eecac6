package dev.lungo.weight;

import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import dev.lungo.graph.WeightValue;
import dev.lungo.store.FloatArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A weight as Keras has it: {@code dense/kernel} of inputs x units.
 *
 * <p>Keras lays kernels out with the window first, then inputs, then outputs; attention's kernels
 * have an axis for the heads. Source: Keras 3, the {@code build} of each layer.
 *
 * @param weight ours, outputs first
 * @param name the layer's name, then Keras' word for the weight in Java case
 * @param fine the sizes of ours, heads and their sizes apart
 * @param axes for each axis of Keras' array which one of {@code fine} it is
 */
public record KerasWeight(Weight weight, String name, List<Integer> fine, List<Integer> axes) {
    /** All weights of a model, in its layers' order. */
    public static List<KerasWeight> of(Graph graph) {
        return graph.weights().stream().map(weight -> of(graph, weight)).toList();
    }

    private static KerasWeight of(Graph graph, Weight weight) {
        int end = weight.name().lastIndexOf('.');
        String layer = weight.name().substring(0, end);
        String role = weight.name().substring(end + 1);
        String path = layer.replace('.', '/') + "/";
        List<Integer> sizes = weight.sizes();
        if (isOwn(graph, weight)) {
            return new KerasWeight(weight, path + role, sizes, asTheyAre(sizes));
        } else if (isTable(graph, weight)) {
            return new KerasWeight(weight, path + "embeddings", sizes, asTheyAre(sizes));
        } else if (isSlopes(graph, weight)) {
            return slopes(graph, weight, path + role);
        } else if (role.equals("depthwiseKernel")) {
            return depthwise(graph, weight, path);
        } else if (role.matches("(query|key|value|output)(Kernel|Bias)")) {
            return attention(weight, path, role, heads(graph, layer));
        }
        boolean recurrent = role.equals("recurrent");
        List<Integer> axes =
                recurrent || role.matches("kernel|pointwiseKernel")
                        ? kernel(sizes.size())
                        : asTheyAre(sizes);
        return new KerasWeight(weight, path + (recurrent ? "recurrentKernel" : role), sizes, axes);
    }

    private static KerasWeight attention(Weight weight, String path, String role, int heads) {
        boolean output = role.startsWith("output");
        String name =
                path
                        + (output ? "attentionOutput/" : role.replaceAll("[KB].*", "/"))
                        + (role.endsWith("Kernel") ? "kernel" : "bias");
        int first = weight.sizes().get(0);
        if (role.endsWith("Bias")) {
            List<Integer> fine = output ? List.of(first) : List.of(heads, first / heads);
            return new KerasWeight(weight, name, fine, asTheyAre(fine));
        }
        int inputs = weight.sizes().get(1);
        return output
                ? new KerasWeight(
                        weight, name, List.of(first, heads, inputs / heads), List.of(1, 2, 0))
                : new KerasWeight(
                        weight, name, List.of(heads, first / heads, inputs), List.of(2, 0, 1));
    }

    /** Keras has the filters of each channel apart. */
    private static KerasWeight depthwise(Graph graph, Weight weight, String path) {
        int channels =
                graph.nodes().stream()
                        .map(Node::operation)
                        .filter(PictureOperation.Conv2d.class::isInstance)
                        .map(PictureOperation.Conv2d.class::cast)
                        .filter(conv -> conv.kernel().equals(weight))
                        .mapToInt(PictureOperation.Conv2d::groups)
                        .findFirst()
                        .orElseThrow();
        List<Integer> sizes = weight.sizes();
        List<Integer> fine = List.of(channels, sizes.get(0) / channels, sizes.get(2), sizes.get(3));
        String pointwise = weight.name().replace("depthwiseKernel", "pointwiseKernel");
        boolean separable =
                graph.weights().stream().anyMatch(each -> each.name().equals(pointwise));
        String name = path + (separable ? "depthwiseKernel" : "kernel");
        return new KerasWeight(weight, name, fine, List.of(2, 3, 0, 1));
    }

    /** Whether a layer of the user's own asked for it, in the layout that the user wanted. */
    static boolean isOwn(Graph graph, Weight weight) {
        return graph.nodes().stream()
                .map(Node::operation)
                .anyMatch(
                        operation ->
                                operation instanceof WeightValue value
                                                && value.weight().equals(weight)
                                        || operation instanceof Custom custom
                                                && custom.weights().contains(weight));
    }

    private static boolean isTable(Graph graph, Weight weight) {
        return graph.nodes().stream()
                .anyMatch(
                        node ->
                                node.operation() instanceof SequenceOperation.Embedding words
                                                && words.table().equals(weight)
                                        || node.operation() instanceof SequenceOperation.AddRows add
                                                && add.rows().equals(weight));
    }

    private static boolean isSlopes(Graph graph, Weight weight) {
        return readers(graph, weight).findAny().isPresent();
    }

    private static Stream<Node> readers(Graph graph, Weight weight) {
        return graph.nodes().stream()
                .filter(
                        node ->
                                node.operation() instanceof Operation.LearnedRelu relu
                                        && relu.slopes().equals(weight));
    }

    /** Keras' slopes have as many axes as what they read, of size 1 where they are shared. */
    private static KerasWeight slopes(Graph graph, Weight weight, String name) {
        List<Integer> fine = new ArrayList<>(weight.sizes());
        int rank = readers(graph, weight).findFirst().orElseThrow().shape().rank();
        while (fine.size() < rank) {
            fine.add(0, 1);
        }
        return new KerasWeight(weight, name, fine, asTheyAre(fine));
    }

    private static int heads(Graph graph, String layer) {
        return graph.nodes().stream()
                .filter(node -> node.layer().equals(layer))
                .map(Node::operation)
                .filter(SequenceOperation.Attention.class::isInstance)
                .mapToInt(operation -> ((SequenceOperation.Attention) operation).heads())
                .findFirst()
                .orElseThrow();
    }

    /** Outputs, inputs, window becomes window, inputs, outputs. */
    private static List<Integer> kernel(int rank) {
        return switch (rank) {
            case 2 -> List.of(1, 0);
            case 3 -> List.of(2, 1, 0);
            default -> List.of(2, 3, 1, 0);
        };
    }

    private static List<Integer> asTheyAre(List<Integer> sizes) {
        return IntStream.range(0, sizes.size()).boxed().toList();
    }

    /** The layer's name, with those of the layers around it before it. */
    String layer() {
        return name.substring(0, name.lastIndexOf('/'));
    }

    /** Keras' word for it. */
    String role() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The sizes of Keras' array. */
    public List<Integer> sizes() {
        return axes.stream().map(fine::get).toList();
    }

    /** Our values in Keras' layout. */
    public FloatArray toKeras(float[] ours) {
        return new FloatArray(fine, ours).permute(axes);
    }

    /** Values in Keras' layout as we have them. */
    public float[] fromKeras(float[] keras) {
        List<Integer> back = IntStream.range(0, axes.size()).map(axes::indexOf).boxed().toList();
        return new FloatArray(sizes(), keras).permute(back).values();
    }
}
