package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.engine.Network;

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
            Meaning meaning,
            Runnable between) {
        int size = data.size();
        int width = meaning.width();
        float[] losses = new float[size];
        float[] outputs = new float[size * width];
        Score score = new Score(meaning.metrics());
        for (int from = 0; from < size; from += PIECE) {
            int to = Math.min(size, from + PIECE);
            Network.Answers answers = network.evaluate(examples, from, to);
            System.arraycopy(answers.outputs(), 0, outputs, from * width, answers.outputs().length);
            System.arraycopy(answers.losses(), 0, losses, from, to - from);
            score.addLoss(sum(answers.losses()), to - from);
            score.add(meaning.given(answers.outputs()), data.targets().part(from, to - from));
            between.run();
        }
        return new Evaluation(
                data,
                new Predictions(meaning.given(outputs), data.classNames()),
                losses,
                score.values(""));
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
