package dev.lungo.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;

/**
 * The running kernel as an {@link Extension} sees it.
 *
 * <p>Display calls may come from any thread: they are shown under the cell that started the thread.
 */
public interface Notebook {
    /** Turns values into what the front end shows; the last registration of a type wins. */
    Renderer renderer();

    /** Line and cell magics by name. */
    Magics magics();

    /**
     * Shows {@code data} under the current cell and returns its display id, made when it has none.
     */
    String display(DisplayData data);

    /**
     * Replaces what {@link #display} showed under {@code displayId}, wherever the front end shows
     * it.
     */
    void updateDisplay(String displayId, DisplayData data);

    /** Adds Java source to run before the first cell, for example imports. */
    void startup(String source);
}
