package dev.lungo.callback;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Saves the model after each epoch: {@code f.checkpoint("run.lungo")}.
 *
 * @param file where to
 * @param best the figure that must be better than ever before; none to save every epoch
 */
public record Checkpoint(Path file, Optional<Monitor> best) {
    /** A copy that saves only when this figure is better than ever before in this fit. */
    public Checkpoint bestOnly(String name) {
        return new Checkpoint(file, Optional.of(Monitor.of(name)));
    }
}
