package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Labels;
import dev.lungo.engine.Network;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RewritesTests {
    private final Graph graph =
            Networks.graph(
                    input(9, 9, 2),
                    conv2d(3, 2).relu(),
                    maxPool2d(2),
                    conv2d(4, 2).relu(),
                    maxPool2d(3),
                    flatten(),
                    dense(3).softmax());

    @AfterEach
    void switchOn() {
        System.clearProperty("lungo.rewrites");
    }

    @Test
    void puts_relu_behind_the_pool_and_keeps_order_shapes_and_layers() {
        assertThat(words(graph))
                .containsSubsequence("Conv2d conv2d", "Activate conv2d", "MaxPool2d maxPool2d");
        Graph rewritten = Rewrites.poolFirst(graph);
        assertThat(words(rewritten))
                .containsSubsequence("Conv2d conv2d", "MaxPool2d maxPool2d", "Activate conv2d");
        assertThat(rewritten.nodes())
                .allSatisfy(
                        node -> assertThat(rewritten.nodes().indexOf(node)).isEqualTo(node.id()));
        assertThat(rewritten.output()).isEqualTo(graph.output());
    }

    @Test
    void leaves_a_relu_that_something_else_reads_too() {
        List<Node> nodes = new ArrayList<>(graph.nodes());
        Node relu =
                nodes.stream()
                        .filter(node -> node.operation() instanceof Operation.Activate)
                        .findFirst()
                        .orElseThrow();
        nodes.add(
                new Node(
                        nodes.size(),
                        new Operation.Activate(Activation.TANH),
                        List.of(relu.id()),
                        relu.shape(),
                        "other"));
        Graph shared = new Graph(nodes, graph.weights(), graph.outputs());
        assertThat(Rewrites.poolFirst(shared).nodes().get(relu.id())).isEqualTo(relu);
    }

    @Test
    void changes_no_digit_of_a_training() {
        Map<String, float[]> rewritten = trained();
        System.setProperty("lungo.rewrites", "false");
        Map<String, float[]> plain = trained();
        assertThat(rewritten.keySet()).isEqualTo(plain.keySet());
        plain.forEach((name, values) -> assertThat(rewritten.get(name)).isEqualTo(values));
    }

    private Map<String, float[]> trained() {
        int[] labels = IntStream.range(0, 40).map(i -> i % 3).toArray();
        try (Network network = Networks.open(graph, sparseCategoricalCrossentropy(), 0.1);
                Network.Examples examples =
                        network.place(
                                Networks.random(40, Shape.of(9, 9, 2)),
                                new Labels(labels, 0, 40))) {
            network.threads(1);
            network.train(examples, IntStream.range(0, 40).toArray(), 8, Networks.rates(5), false);
            return network.weights();
        }
    }

    private static List<String> words(Graph graph) {
        return graph.nodes().stream()
                .map(node -> node.operation().getClass().getSimpleName() + " " + node.layer())
                .toList();
    }
}
