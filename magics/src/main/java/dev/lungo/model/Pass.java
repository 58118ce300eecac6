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
            Network network, Network.Examples examples, Dataset data, Runnable between) {
        int size = data.size();
        float[] losses = new float[size];
        float[] outputs = new float[0];
        for (int from = 0; from < size; from += PIECE) {
            int to = Math.min(size, from + PIECE);
            Network.Answers answers = network.evaluate(examples, from, to);
            int width = answers.outputs().length / (to - from);
            if (outputs.length == 0) {
                outputs = new float[size * width];
            }
            System.arraycopy(answers.outputs(), 0, outputs, from * width, answers.outputs().length);
            System.arraycopy(answers.losses(), 0, losses, from, to - from);
            between.run();
        }
        return new Evaluation(
                data, new Predictions(outputs, outputs.length / size, data.classNames()), losses);
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
