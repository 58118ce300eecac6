package dev.lungo.kernel;

/**
 * Code that a library brings into a running kernel, found by {@link java.util.ServiceLoader}.
 *
 * <p>The kernel looks for extensions once, before the first cell. An extension must not load
 * anything heavy: what it registers is called later, when a cell needs it.
 */
public interface Extension {
    /** Registers renderers, magics and start-up code with the kernel. */
    void install(Notebook notebook);
}
