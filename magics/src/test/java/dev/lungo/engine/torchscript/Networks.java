package dev.lungo.engine.torchscript;

import dev.lungo.data.FloatValues;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.optim.Sgd;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small networks without a model around them. */
final class Networks {
    private Networks() {}

    static Graph graph(Layer... layers) {
        return Stack.of(List.of(layers)).graph();
    }

    /** A rate of 0.1 for each of some steps. */
    static double[] rates(int steps) {
        double[] rates = new double[steps];
        Arrays.fill(rates, 0.1);
        return rates;
    }

    /** The same first weights for the same graph. */
    static Network open(Graph graph, Loss loss, double rate) {
        Random random = new Random(5);
        Map<String, float[]> weights = new LinkedHashMap<>();
        graph.weights()
                .forEach(
                        weight ->
                                weights.put(
                                        weight.name(),
                                        weight.initializer().values(weight, random)));
        Objective objective = new Objective(new Sgd(rate), loss);
        return Engine.load()
                .open(new Program(graph, Transform.raw(), Optional.of(objective)), weights);
    }

    static FloatValues random(int examples, Shape shape) {
        Random random = new Random(6);
        float[] values = new float[examples * shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new FloatValues(values, 0, examples, shape);
    }
}
