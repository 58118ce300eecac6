package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.engine.EngineException;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Graph;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Examples as arrays of the engine.
 *
 * @param targets those of each output
 * @param weights how much each example counts
 */
record Placed(NDManager owner, List<NDArray> inputs, List<NDArray> targets, NDArray weights)
        implements Network.Examples {
    /** Copies examples for a model; {@code beside} is whose memory they share. */
    static Placed of(
            Values inputs,
            Targets targets,
            float[] weights,
            Graph graph,
            Optional<Objective> objective,
            NDManager beside) {
        NDManager owner = beside.newSubManager();
        try {
            return new Placed(
                    owner,
                    Placement.inputs(inputs, owner),
                    Placement.targets(targets, graph, objective, owner),
                    owner.create(weights));
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        } catch (OutOfMemoryError e) {
            owner.close();
            throw noRoom(inputs, e);
        }
    }

    private static EngineException noRoom(Values inputs, OutOfMemoryError e) {
        return new EngineException(
                "There is no room for the examples beside the model."
                        + "\nReceived: "
                        + inputs.size()
                        + " examples of "
                        + inputs.each().stream()
                                .map(one -> one.shape() + " as " + one.type())
                                .collect(Collectors.joining(" and "))
                        + "\nExpected: at most what Java may use for data, "
                        + Runtime.getRuntime().maxMemory() / (1 << 20)
                        + " MB here\nFix: take(n) fewer examples, or start Java with more:"
                        + " -XX:MaxDirectMemorySize=4g.",
                e);
    }

    /** Arguments of a method: its own first, then all of these. */
    NDList behind(NDArray... own) {
        NDList arguments = new NDList(own);
        arguments.addAll(inputs);
        arguments.addAll(targets);
        return arguments;
    }

    @Override
    public void close() {
        owner.close();
    }
}
