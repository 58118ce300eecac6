package dev.lungo.model;

import dev.lungo.data.ByteValues;
import dev.lungo.data.Dataset;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Transform;
import dev.lungo.data.Values;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Graph;
import java.util.Optional;

/** What a model says of examples, without learning from them. */
record Inference(Graph graph, Learned learned, Optional<Objective> objective, Meaning meaning) {
    Evaluation evaluate(Dataset data, Objective how) {
        Network opened = ready(learned.network(how, data.transform()));
        try (Network.Examples examples = opened.place(data.inputs(), data.targets())) {
            return Pass.evaluate(
                    opened, examples, data, meaning, () -> stopIfInterrupted("evaluate"));
        }
    }

    Predictions predict(Values inputs) {
        Network opened = ready(learned.network(objective, usual(inputs)));
        int size = inputs.size();
        if (size <= Pass.PIECE) {
            return said(opened.predict(inputs));
        }
        try (Network.Examples examples = opened.place(inputs, new NoTargets(size))) {
            return said(
                    Pass.predict(
                            opened,
                            examples,
                            size,
                            meaning.width(),
                            () -> stopIfInterrupted("predict")));
        }
    }

    /** How a model sees inputs that no data has told; a new one takes all pictures for pixels. */
    private Transform usual(Values inputs) {
        boolean isNew = graph.input().rank() == 3 && learned.steps() == 0;
        return isNew || inputs instanceof ByteValues ? Transform.unit() : Transform.raw();
    }

    private Predictions said(float[] outputs) {
        return new Predictions(meaning.given(outputs), learned.classNames());
    }

    private Network ready(Network opened) {
        long work = Pass.PIECE * graph.multiplications();
        opened.threads(Threads.of(work, Engine.load().threads(), true).count());
        return opened;
    }

    private static void stopIfInterrupted(String call) {
        if (Thread.interrupted()) {
            throw new TrainingStopped(call + " was stopped. The model is as it was.");
        }
    }
}
