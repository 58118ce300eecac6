package dev.lungo.kernel.protocol;

import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.session.Session;

/** Opens the Java session in which the cells of one notebook run. */
@FunctionalInterface
public interface SessionOpener {
    /**
     * Called once, in the background, while the kernel already answers.
     *
     * @param notebook what extensions join, with the magics and the start-up sources of the session
     */
    Session open(LiveNotebook notebook) throws Exception;
}
