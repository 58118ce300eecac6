package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.engine.Network;
import java.util.Map;
import java.util.Optional;

/** Examples that are tested on after each epoch, placed in the engine once; possibly none. */
final class Validation implements AutoCloseable {
    private final Network network;
    private final Optional<Dataset> data;
    private final Optional<Network.Examples> examples;

    private Validation(
            Network network, Optional<Dataset> data, Optional<Network.Examples> examples) {
        this.network = network;
        this.data = data;
        this.examples = examples;
    }

    static Validation of(Network network, Optional<Dataset> data) {
        return new Validation(
                network, data, data.map(set -> network.place(set.inputs(), set.labels())));
    }

    /**
     * Adds {@code val_loss} and, if wanted, {@code val_accuracy}; {@code between} is called between
     * two calls of the engine.
     */
    void measure(boolean accuracy, Map<String, Double> values, Runnable between) {
        if (examples.isEmpty()) {
            return;
        }
        Evaluation result = Pass.evaluate(network, examples.get(), data.get(), between);
        values.put("val_loss", result.loss());
        if (accuracy) {
            values.put("val_accuracy", result.accuracy());
        }
    }

    @Override
    public void close() {
        examples.ifPresent(Network.Examples::close);
    }
}
