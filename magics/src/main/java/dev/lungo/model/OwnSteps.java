package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Graph;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Training steps that the user's own loop makes, one at a time. */
record OwnSteps(Model model, Objective how, Learned learned) {
    /** One step on these examples, by the model's own loss; returns the loss before it. */
    double step(Dataset examples) {
        Network network = learned.begin(examples, Tensors.nextSeed(), false, how);
        ready(network, examples.size());
        int[] rows = IntStream.range(0, examples.size()).toArray();
        try (Network.Examples placed =
                network.place(examples.inputs(), examples.targets(), examples.weights())) {
            double sum =
                    network.train(placed, rows, rows.length, new double[] {rate()}, false).loss();
            learned.stepped(1);
            return sum / rows.length;
        }
    }

    /** One step by which this number becomes smaller. */
    void step(Tensor loss) {
        refuseSeveral("step");
        if (loss.shape().elements() != 1) {
            throw LungoException.badInput(
                    "step makes one number smaller.",
                    loss.outline(),
                    "a tensor with one value",
                    "reduce it first, for example with mean().");
        }
        network().step(loss.held(), rate());
        learned.stepped(1);
    }

    /** What the model gives for these inputs. */
    Tensor apply(Tensor x, boolean learning) {
        refuseSeveral("apply");
        Shape input = model.stack().graph().input();
        boolean rows = x.rank() == input.rank() + 1;
        if (!rows || !x.shape().sizes().subList(1, x.rank()).equals(input.sizes())) {
            throw LungoException.badInput(
                    "apply: the tensor is no batch of the model's inputs.",
                    x.outline(),
                    "examples of " + input + ", with the batch as first axis",
                    "reshape it, for example with reshape(-1, "
                            + input.toString().replace(" x ", ", ")
                            + ").");
        }
        int examples = x.size(0);
        Network network = network();
        ready(network, examples);
        List<Integer> sizes = new ArrayList<>(List.of(examples));
        sizes.addAll(model.stack().graph().output().shape().sizes());
        return Tensor.of(network.apply(x.held(), examples, learning), new Shape(sizes));
    }

    private void refuseSeveral(String call) {
        Graph graph = model.stack().graph();
        if (graph.inputs().size() > 1 || graph.outputs().size() > 1) {
            throw LungoException.badInput(
                    call + ": a loss of your own is computed from one tensor that a model gives.",
                    "a model with the inputs %s and the outputs %s"
                            .formatted(model.stack().inputNames(), model.stack().outputNames()),
                    "a model with one input and one output",
                    "train it with fit, or with model.step(batch) and a loss for each output.");
        }
    }

    private Network network() {
        return learned.network(Tensors.nextSeed(), how);
    }

    private double rate() {
        return how.optimizer().tuning().rate().rate(learned.steps()) * learned.rateFactor();
    }

    private void ready(Network network, int examples) {
        long work = 3 * examples * model.stack().graph().multiplications();
        network.threads(Threads.worth(work, Engine.load().threads()));
    }
}
