package dev.lungo.kernel.output;

import dev.lungo.kernel.Extension;
import dev.lungo.kernel.Notebook;
import java.util.Iterator;
import java.util.ServiceLoader;

/** Finds the extensions on a class path and installs them. */
public final class Extensions {
    private Extensions() {}

    /**
     * Installs every extension that {@code loader} knows; one that fails says so on System.err,
     * which the first cell shows, and the others are installed.
     */
    public static void install(ClassLoader loader, Notebook notebook) {
        var found = ServiceLoader.load(Extension.class, loader).iterator();
        while (installNext(found, notebook)) {
            // the next one
        }
    }

    private static boolean installNext(Iterator<Extension> found, Notebook notebook) {
        try {
            if (!found.hasNext()) {
                return false;
            }
            found.next().install(notebook);
        } catch (Throwable failed) {
            System.err.println("An extension failed and is left out: " + failed);
        }
        return true;
    }
}
