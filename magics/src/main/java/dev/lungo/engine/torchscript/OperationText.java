package dev.lungo.engine.torchscript;

import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each operation is in TorchScript: one line a kind, in the file of its family.
 *
 * <p>To add an operation, add its record in {@link dev.lungo.graph} and a line in the family it
 * belongs to.
 */
final class OperationText {
    /** Writes one operation as an expression. */
    interface Writer<T extends Operation> {
        String write(T operation, Place place);
    }

    /**
     * Where an operation stands.
     *
     * @param graph the graph it belongs to
     * @param node the operation in it
     * @param lines statements that go before the expression
     */
    record Place(Graph graph, Node node, List<String> lines) {
        /** The variable that holds what the operation gives; with an ending, one beside it. */
        String own(String ending) {
            return variable(node.id()) + ending;
        }

        /** The variable of its first input. */
        String x() {
            return input(0);
        }

        /** The variable of input number {@code i}. */
        String input(int i) {
            return variable(node.inputs().get(i));
        }

        /** The node that it reads first. */
        Node from() {
            return graph.nodes().get(node.inputs().get(0));
        }

        /** The attribute that holds a weight. */
        String weight(Weight weight) {
            return "self." + ScriptText.parameter(graph.weights().indexOf(weight));
        }

        /** The attribute that holds a weight, or {@code None}. */
        String weight(Optional<Weight> weight) {
            return weight.map(this::weight).orElse("None");
        }

        /** The axis that Keras has last: channels of a picture come first in torch. */
        int channels() {
            return from().shape().rank() == 3 ? 1 : -1;
        }
    }

    private static final Map<Class<?>, Writer<?>> WRITERS = new HashMap<>();

    static {
        PictureText.addTo(OperationText::add);
        ElementwiseText.addTo(OperationText::add);
        RowText.addTo(OperationText::add);
        SequenceText.addTo(OperationText::add);
        NormText.addTo(OperationText::add);
        TensorText.addTo(OperationText::add);
    }

    /** Takes a writer for each kind of operation of a family. */
    interface Writers {
        <T extends Operation> void add(Class<T> kind, Writer<T> writer);
    }

    private OperationText() {}

    private static <T extends Operation> void add(Class<T> kind, Writer<T> writer) {
        WRITERS.put(kind, writer);
    }

    /** The kinds that can be written. */
    static java.util.Set<Class<?>> kinds() {
        return java.util.Set.copyOf(WRITERS.keySet());
    }

    /** The variable that holds what a node gives. */
    static String variable(int node) {
        return "v" + node;
    }

    /** A call of one of torch's functions. */
    static String torch(String function, Object... arguments) {
        return "torch."
                + function
                + "("
                + String.join(", ", List.of(arguments).stream().map(OperationText::text).toList())
                + ")";
    }

    private static String text(Object argument) {
        return argument instanceof Boolean yes ? yes ? "True" : "False" : argument.toString();
    }

    /** Statements that put what {@code node} gives into its variable. */
    static List<String> of(Graph graph, Node node) {
        Writer<?> writer = WRITERS.get(node.operation().getClass());
        if (writer == null) {
            throw new AssertionError("no TorchScript for " + node.operation());
        }
        List<String> lines = new ArrayList<>();
        String value = write(writer, node.operation(), new Place(graph, node, lines));
        lines.add(variable(node.id()) + " = " + value);
        return lines;
    }

    @SuppressWarnings("unchecked") // each kind was added with a writer for it
    private static <T extends Operation> String write(
            Writer<T> writer, Operation operation, Place place) {
        return writer.write((T) operation, place);
    }
}
