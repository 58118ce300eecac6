package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Held;
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

    /** What each output gives for these inputs. */
    List<Tensor> apply(List<Tensor> inputs) {
        Graph graph = model.stack().graph();
        checkCount(graph.inputs().size(), inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            checkShape(inputs.get(i), graph.inputs().get(i).shape());
        }
        int examples = inputs.get(0).size(0);
        Network network = network();
        ready(network, examples);
        List<Held> given =
                network.apply(inputs.stream().map(Tensor::held).toList(), examples, true);
        return IntStream.range(0, given.size())
                .mapToObj(
                        i ->
                                Tensor.of(
                                        given.get(i),
                                        batch(examples, graph.withOutput(i).output().shape())))
                .toList();
    }

    private static Shape batch(int examples, Shape each) {
        List<Integer> sizes = new ArrayList<>(List.of(examples));
        sizes.addAll(each.sizes());
        return new Shape(sizes);
    }

    /** Refuses several outputs where one tensor is to be returned. */
    static void checkOne(List<String> outputs) {
        if (outputs.size() > 1) {
            throw LungoException.badInput(
                    "apply gives one tensor.",
                    "a model with the outputs " + outputs,
                    "a model with one output",
                    "use applyAll(...), which gives a list.");
        }
    }

    private static void checkCount(int inputs, int given) {
        if (given != inputs) {
            throw LungoException.badInput(
                    "apply needs a tensor for each input of the model.",
                    given + (given == 1 ? " tensor" : " tensors"),
                    String.valueOf(inputs),
                    "for example model.apply(batch.x(0), batch.x(1)).");
        }
    }

    private static void checkShape(Tensor x, Shape input) {
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
    }

    private Network network() {
        return learned.network(Tensors.nextSeed(), how);
    }

    private double rate() {
        return how.optimizer().tuning().rate().rate(learned.steps()) * learned.rateFactor();
    }

    private void ready(Network network, int examples) {
        long work = 3L * examples * model.stack().graph().multiplications();
        network.threads(Threads.worth(work, Engine.load().threads()));
    }
}
