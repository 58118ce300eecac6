package dev.lungo.notebook;

import dev.lungo.display.Output;
import dev.lungo.kernel.Extension;
import dev.lungo.kernel.Notebook;

/** Brings Lungo into a notebook: its pictures, its live output, its names. */
public final class LungoExtension implements Extension {
    @Override
    public void install(Notebook notebook) {
        RichRenderer.register(notebook.renderer());
        LibraryRenderer.register(notebook.renderer());
        Output.use(new NotebookOutput(notebook));
        notebook.startup("import static dev.lungo.Lungo.*;");
    }
}
