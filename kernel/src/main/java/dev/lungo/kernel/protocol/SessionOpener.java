package dev.lungo.kernel.protocol;

import dev.lungo.kernel.Notebook;
import dev.lungo.kernel.session.Session;

/** Opens the Java session in which the cells of one notebook run. */
@FunctionalInterface
public interface SessionOpener {
    /** Called once, in the background, while the kernel already answers. */
    Session open(Notebook notebook) throws Exception;
}
