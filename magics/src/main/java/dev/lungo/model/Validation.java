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
                network, data, data.map(set -> network.place(set.inputs(), set.targets())));
    }

    /**
     * Adds {@code val_loss} and the other figures; {@code between} is called between two calls of
     * the engine.
     */
    void measure(Meanings meanings, Map<String, Double> values, Runnable between) {
        if (examples.isPresent()) {
            Evaluation result =
                    Pass.evaluate(network, examples.get(), data.get(), meanings, between);
            result.values().forEach((name, value) -> values.put("val_" + name, value));
        }
    }

    @Override
    public void close() {
        examples.ifPresent(Network.Examples::close);
    }
}
