package dev.lungo.weight;

import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.NormOperation;
import dev.lungo.graph.Operation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where rows of numbers are in another order in PyTorch: a picture becomes a row channel by channel
 * there, and pixel by pixel with us, so that weights after {@code flatten()}, and those before a
 * {@code reshape} to a picture, are in another order too.
 */
final class ChannelsFirst {
    /** For a weight and an axis, where each of our values is in PyTorch. */
    private record Order(Weight weight, int axis, int[] places) {}

    /** The order of a row that came out of something that may have changed it. */
    private static final int[] UNKNOWN = {};

    private final Graph graph;
    private final Map<Integer, int[]> rows = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();

    private ChannelsFirst(Graph graph) {
        this.graph = graph;
        graph.nodes().forEach(this::visit);
    }

    static ChannelsFirst of(Graph graph) {
        return new ChannelsFirst(graph);
    }

    /** Dense layers that read a flattened picture of which nobody knows the order. */
    List<String> unclear() {
        return unclear;
    }

    /** Weights in PyTorch's order as we have them. */
    Map<String, float[]> fromTorch(Map<String, float[]> weights) {
        return moved(weights, false);
    }

    /** Our weights in PyTorch's order. */
    Map<String, float[]> toTorch(Map<String, float[]> weights) {
        return moved(weights, true);
    }

    private Map<String, float[]> moved(Map<String, float[]> weights, boolean toTorch) {
        Map<String, float[]> moved = new LinkedHashMap<>(weights);
        for (Order order : orders) {
            moved.computeIfPresent(
                    order.weight().name(), (name, from) -> moved(from, order, toTorch));
        }
        return moved;
    }

    private static float[] moved(float[] from, Order order, boolean toTorch) {
        int[] places = order.places();
        // Rows of one value each for axis 1 of a matrix, whole rows for axis 0.
        int block = order.axis() == 1 ? 1 : from.length / places.length;
        int lines = from.length / places.length / block;
        float[] to = new float[from.length];
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < places.length; i++) {
                int ours = (line * places.length + i) * block;
                int theirs = (line * places.length + places[i]) * block;
                System.arraycopy(from, toTorch ? ours : theirs, to, toTorch ? theirs : ours, block);
            }
        }
        return to;
    }

    private void visit(Node node) {
        Operation operation = node.operation();
        if (node.inputs().isEmpty()) {
            return;
        }
        Node from = graph.nodes().get(node.inputs().get(0));
        if (operation instanceof Operation.Flatten) {
            flattened(from).ifPresent(places -> rows.put(node.id(), places));
        } else if (operation instanceof Operation.Reshape && node.shape().rank() == 3) {
            if (from.shape().rank() == 1 && !rows.containsKey(from.id())) {
                before(from, byChannel(node.shape()));
            }
        } else if (operation instanceof Operation.Merge merge
                && merge.how() == Operation.Merge.How.CONCATENATE
                && node.shape().rank() == 1) {
            concatenated(node);
        } else if (rows.containsKey(from.id())) {
            after(node, rows.get(from.id()));
        }
    }

    /** What reads a row that is in another order. */
    private void after(Node node, int[] places) {
        if (node.operation() instanceof Operation.Linear linear) {
            if (places == UNKNOWN) {
                unclear.add(node.layer());
            } else {
                add(linear.kernel(), 1, places);
            }
            return;
        }
        vectors(node).forEach(weight -> add(weight, 0, places));
        boolean passes =
                node.operation() instanceof Operation.Activate
                        || node.operation() instanceof Operation.LearnedRelu
                        || node.operation() instanceof Operation.Dropout
                        || node.operation() instanceof Operation.Merge
                        || node.operation() instanceof NormOperation;
        rows.put(node.id(), passes ? places : UNKNOWN);
    }

    /** What gives a row that becomes a picture. */
    private void before(Node node, int[] places) {
        if (node.operation() instanceof Operation.Linear linear) {
            add(linear.kernel(), 0, places);
            linear.bias().ifPresent(bias -> add(bias, 0, places));
        } else if (!node.inputs().isEmpty()) {
            vectors(node).forEach(weight -> add(weight, 0, places));
            before(graph.nodes().get(node.inputs().get(0)), places);
        }
    }

    /** Shared weights are in another order once, wherever they are used. */
    private void add(Weight weight, int axis, int[] places) {
        if (orders.stream().noneMatch(o -> o.weight().equals(weight) && o.axis() == axis)) {
            orders.add(new Order(weight, axis, places));
        }
    }

    private static List<Weight> vectors(Node node) {
        if (node.operation() instanceof NormOperation.BatchNorm norm) {
            return List.of(norm.scale(), norm.shift(), norm.mean(), norm.variance());
        } else if (node.operation() instanceof NormOperation.LayerNorm norm) {
            return List.of(norm.scale(), norm.shift());
        } else if (node.operation() instanceof Operation.LearnedRelu relu) {
            return relu.slopes().elements() == 1 ? List.of() : List.of(relu.slopes());
        }
        return List.of();
    }

    private void concatenated(Node node) {
        List<Node> parts = node.inputs().stream().map(graph.nodes()::get).toList();
        if (parts.stream().noneMatch(part -> rows.containsKey(part.id()))) {
            return;
        }
        List<Integer> all = new ArrayList<>();
        for (Node part : parts) {
            int start = all.size();
            int size = part.shape().elements();
            if (rows.get(part.id()) == UNKNOWN) {
                rows.put(node.id(), UNKNOWN);
                return;
            }
            int[] own = rows.getOrDefault(part.id(), IntStream.range(0, size).toArray());
            IntStream.of(own).forEach(place -> all.add(start + place));
        }
        rows.put(node.id(), all.stream().mapToInt(i -> i).toArray());
    }

    /** The order after flatten, where it is another one. */
    private Optional<int[]> flattened(Node from) {
        Shape shape = from.shape();
        boolean picture = shape.rank() == 3;
        if (picture || shape.rank() == 2 && isConvolved(from)) {
            return Optional.of(
                    byChannel(picture ? shape : Shape.of(shape.size(0), 1, shape.size(1))));
        }
        return Optional.empty();
    }

    /** Convolutions have channels first in PyTorch, other layers of sequences have steps first. */
    private boolean isConvolved(Node node) {
        boolean convolves =
                Stream.of(
                                SequenceOperation.Conv1d.class,
                                SequenceOperation.Conv1dTranspose.class,
                                SequenceOperation.MaxPool1d.class,
                                SequenceOperation.AvgPool1d.class)
                        .anyMatch(kind -> kind.isInstance(node.operation()));
        boolean passes =
                node.operation() instanceof Operation.Activate
                        || node.operation() instanceof Operation.LearnedRelu
                        || node.operation() instanceof Operation.Dropout
                        || node.operation() instanceof Operation.ChannelDropout
                        || node.operation() instanceof Operation.Merge
                        || node.operation() instanceof NormOperation.BatchNorm;
        return convolves || passes && isConvolved(graph.nodes().get(node.inputs().get(0)));
    }

    /** Where the values of a picture are when it is laid out channel by channel. */
    private static int[] byChannel(Shape picture) {
        int channels = picture.size(2);
        int pixels = picture.size(0) * picture.size(1);
        return IntStream.range(0, picture.elements())
                .map(i -> i % channels * pixels + i / channels)
                .toArray();
    }
}
