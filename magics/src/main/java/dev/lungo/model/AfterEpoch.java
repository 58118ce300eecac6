package dev.lungo.model;

import dev.lungo.callback.Epoch;
import java.util.Optional;

/** Something that is done after each epoch of a training. */
@FunctionalInterface
interface AfterEpoch {
    /** Does it; a text if the training is to end here, which says why. */
    Optional<String> after(Epoch epoch);
}
