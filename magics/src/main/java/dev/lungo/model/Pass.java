package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.engine.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over examples without learning, in pieces so that memory stays small and an interrupt is
 * seen.
 */
final class Pass {
    /** Examples in one call of the engine. */
    static final int PIECE = 500;

    private Pass() {}

    static Evaluation evaluate(
            Network network,
            Network.Examples examples,
            Dataset data,
            Meanings meanings,
            Runnable between) {
        int size = data.size();
        int width = meanings.width();
        float[] losses = new float[size];
        List<float[]> parts = new ArrayList<>();
        for (int i = 0; meanings.several() && i < meanings.each().size(); i++) {
            parts.add(new float[size]);
        }
        float[] outputs = new float[size * width];
        Score score = new Score(meanings);
        for (int from = 0; from < size; from += PIECE) {
            int to = Math.min(size, from + PIECE);
            Network.Answers answers = network.evaluate(examples, from, to);
            System.arraycopy(answers.outputs(), 0, outputs, from * width, answers.outputs().length);
            System.arraycopy(answers.losses(), 0, losses, from, to - from);
            double[] sums = new double[parts.size()];
            for (int i = 0; i < sums.length; i++) {
                System.arraycopy(answers.parts().get(i), 0, parts.get(i), from, to - from);
                sums[i] = sum(answers.parts().get(i));
            }
            score.addLoss(sum(answers.losses()), sums, to - from);
            score.addGiven(answers.outputs(), data.targets().part(from, to - from));
            between.run();
        }
        Map<String, Double> values = score.values("");
        Predictions said = Predictions.of(outputs, meanings, data.classNames());
        return new Evaluation(
                data, said, losses, values, outputs(data, said, parts, values, meanings));
    }

    /** How well each output does by itself, where there are several. */
    private static Map<String, Evaluation> outputs(
            Dataset data,
            Predictions said,
            List<float[]> losses,
            Map<String, Double> values,
            Meanings meanings) {
        Map<String, Evaluation> outputs = new LinkedHashMap<>();
        for (int i = 0; i < losses.size(); i++) {
            Meaning output = meanings.each().get(i);
            Map<String, Double> own = new LinkedHashMap<>();
            for (String name : new Meanings(List.of(output)).figures()) {
                own.put(name, values.get(meanings.figure(output, name)));
            }
            outputs.put(
                    output.name(),
                    new Evaluation(
                            data.withTargets(data.targets().each().get(i)),
                            said.output(output.name()),
                            losses.get(i),
                            own,
                            Map.of()));
        }
        return outputs;
    }

    private static double sum(float[] losses) {
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum;
    }

    static float[] predict(
            Network network, Network.Examples examples, int size, int width, Runnable between) {
        float[] outputs = new float[size * width];
        for (int from = 0; from < size; from += PIECE) {
            int to = Math.min(size, from + PIECE);
            float[] piece = network.predict(examples, from, to);
            System.arraycopy(piece, 0, outputs, from * width, piece.length);
            between.run();
        }
        return outputs;
    }
}
