package dev.lungo.notebook;

import dev.lungo.display.Output;
import dev.lungo.display.Rich;
import dev.lungo.kernel.Notebook;

/** Shows values under the cell that runs, and replaces them there. */
final class NotebookOutput implements Output {
    private final Notebook notebook;

    NotebookOutput(Notebook notebook) {
        this.notebook = notebook;
    }

    @Override
    public boolean rich() {
        return true;
    }

    @Override
    public Shown show(Rich value) {
        String id = notebook.display(RichRenderer.data(value));
        return next -> notebook.updateDisplay(id, RichRenderer.data(next));
    }
}
