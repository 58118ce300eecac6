package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.batchNorm;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.multiHeadAttention;
import static dev.lungo.Lungo.transformerEncoder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import dev.lungo.optim.Sgd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What layers do that no reference model shows: masks, dropout, single examples, PyTorch's way. */
class LayerBehaviourTests {
    /** Two examples of four steps; the last two steps are below a half, which a mask leaves out. */
    private static final float[] STEPS = {1, 2, 0.4f, 0.3f, 1, 2, 0.1f, -5};

    @Test
    void attention_does_not_see_steps_that_are_masked() {
        Input x = input(4, 1);
        Branch mask = flatten().of(x);
        Branch wide = dense(4).of(x);
        Branch masked = transformerEncoder(2, 6).of(wide, mask);
        Branch open = transformerEncoder(2, 6).of(wide);

        float[] seen = predict(Stack.of(x, masked).graph(), STEPS);
        float[] all = predict(Stack.of(x, open).graph(), STEPS);
        for (int i = 0; i < 8; i++) {
            assertThat(seen[16 + i]).as("steps 1 and 2, number %d", i).isEqualTo(seen[i]);
            assertThat(all[16 + i]).as("steps 1 and 2, number %d", i).isNotEqualTo(all[i]);
        }
    }

    @Test
    void attention_drops_connections_in_training_only() {
        double plain = loss(multiHeadAttention(2, 3));
        assertThat(loss(multiHeadAttention(2, 3).dropout(0.5))).isNotEqualTo(plain);
        float[] without = predict(attending(multiHeadAttention(2, 3)), STEPS);
        float[] with = predict(attending(multiHeadAttention(2, 3).dropout(0.5)), STEPS);
        assertThat(with).isEqualTo(without);
    }

    @Test
    void attention_that_drops_hardly_anything_computes_the_same() {
        assertThat(loss(multiHeadAttention(2, 3).dropout(1e-9)))
                .isCloseTo(loss(multiHeadAttention(2, 3)), within(1e-6));
        assertThat(maskedLoss(transformerEncoder(2, 6).dropout(1e-9)))
                .isCloseTo(maskedLoss(transformerEncoder(2, 6)), within(1e-6));
    }

    private static double maskedLoss(Layer encoder) {
        Input x = input(4, 1);
        Branch seen = encoder.of(dense(4).of(x), flatten().of(x));
        return loss(Stack.of(x, dense(2).softmax().of(flatten().of(seen))).graph());
    }

    @Test
    void a_batch_of_one_leaves_the_moving_variance_a_number() {
        Map<String, float[]> after = train(normed(batchNorm()), new float[] {3}, 1);
        assertThat(after.get("batchNorm.movingVariance")[0]).isCloseTo(0.99f, within(1e-6f));
        assertThat(after.get("batchNorm.movingMean")[0]).isCloseTo(0.03f, within(1e-6f));
    }

    @Test
    void moves_by_the_sample_variance_where_pytorch_does() {
        float[] x = {1, 2, 6};
        float[] keras = train(normed(batchNorm()), x, 3).get("batchNorm.movingVariance");
        float[] torch = train(normed(batchNorm().pytorch()), x, 3).get("batchNorm.movingVariance");

        assertThat(keras[0]).isCloseTo(0.99f + 0.01f * 14 / 3, within(1e-6f));
        assertThat(torch[0]).isCloseTo(0.9f + 0.1f * 7, within(1e-6f));
    }

    private static Graph normed(Layer norm) {
        return Stack.of(List.of(input(1), norm, dense(2).softmax())).graph();
    }

    private static Graph attending(Layer attention) {
        return Stack.of(List.of(input(4, 1), dense(4), attention, flatten(), dense(2).softmax()))
                .graph();
    }

    private static double loss(Layer attention) {
        return loss(attending(attention));
    }

    private static double loss(Graph graph) {
        try (Network network = open(graph);
                Network.Examples examples = place(network, STEPS, 2)) {
            network.seed(1);
            return network.train(examples, new int[] {0, 1}, 2, Networks.rates(1), false).loss();
        }
    }

    private static Map<String, float[]> train(Graph graph, float[] x, int count) {
        try (Network network = open(graph);
                Network.Examples examples = place(network, x, count)) {
            int[] rows = java.util.stream.IntStream.range(0, count).toArray();
            network.train(examples, rows, count, Networks.rates(1), false);
            return network.weights();
        }
    }

    private static float[] predict(Graph graph, float[] x) {
        try (Network network = open(graph);
                Network.Examples examples = place(network, x, 2)) {
            return network.predict(examples, 0, 2);
        }
    }

    private static Network.Examples place(Network network, float[] x, int count) {
        Input shape = x.length == STEPS.length ? input(4, 1) : input(1);
        return network.place(
                new FloatValues(x, 0, count, shape.shape()), new Labels(new int[count], 0, count));
    }

    private static Network open(Graph graph) {
        boolean learns = graph.output().shape().rank() == 1;
        Objective objective = new Objective(new Sgd(0.1), new SparseCategoricalCrossentropy());
        Optional<Objective> how = learns ? Optional.of(objective) : Optional.empty();
        Map<String, float[]> first = new LinkedHashMap<>();
        for (Weight weight : graph.weights()) {
            first.put(weight.name(), weight.first(new SplittableRandom(7)));
        }
        return Engine.load().open(new Program(graph, Transform.raw(), how), first);
    }
}
