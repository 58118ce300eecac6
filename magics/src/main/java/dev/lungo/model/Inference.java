package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Transform;
import dev.lungo.data.Values;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import java.util.List;
import java.util.Optional;

/**
 * What a model says of examples, without learning from them.
 *
 * @param work the multiplications for one example
 * @param seen how the examples are seen by a model that has not learned how to see them
 */
record Inference(
        long work,
        Learned learned,
        Optional<Objective> objective,
        Meanings meanings,
        List<Transform> seen) {
    Evaluation evaluate(Dataset data, Objective how) {
        learned.look(seen);
        Network opened = ready(learned.network(System.nanoTime(), how), data.size());
        try (Network.Examples examples = opened.place(data.inputs(), data.targets())) {
            return Pass.evaluate(
                    opened, examples, data, meanings, () -> stopIfInterrupted("evaluate"));
        }
    }

    Predictions predict(Values inputs) {
        learned.look(seen);
        int size = inputs.size();
        Network opened = ready(learned.network(objective), size);
        if (size <= Pass.PIECE) {
            return said(opened.predict(inputs));
        }
        try (Network.Examples examples = opened.place(inputs, new NoTargets(size))) {
            return said(
                    Pass.predict(
                            opened,
                            examples,
                            size,
                            meanings.width(),
                            () -> stopIfInterrupted("predict")));
        }
    }

    private Predictions said(float[] outputs) {
        return Predictions.of(outputs, meanings, learned.classNames());
    }

    /** Lets it compute with as many threads as a call for some of these examples is worth. */
    private Network ready(Network opened, int examples) {
        long all = Math.min(Pass.PIECE, examples) * work;
        opened.threads(Threads.worth(all, Engine.load().threads()));
        return opened;
    }

    private static void stopIfInterrupted(String call) {
        if (Thread.interrupted()) {
            throw new TrainingStopped(call + " was stopped. The model is as it was.");
        }
    }
}
