package dev.lungo.notebook;

import dev.lungo.kernel.Notebook;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.ArrayList;
import java.util.List;

/** A notebook without a front end: it keeps what it is told. */
final class RecordingNotebook implements Notebook {
    final List<String> told = new ArrayList<>();
    private final Renderer renderer = new Renderer();

    @Override
    public Renderer renderer() {
        return renderer;
    }

    @Override
    public Magics magics() {
        return new Magics();
    }

    @Override
    public String display(DisplayData data) {
        told.add("display " + data.getData(MIMEType.TEXT_PLAIN));
        return "id-1";
    }

    @Override
    public void updateDisplay(String displayId, DisplayData data) {
        told.add("update " + displayId + " " + data.getData(MIMEType.TEXT_PLAIN));
    }

    @Override
    public void startup(String source) {
        told.add("startup " + source);
    }
}
