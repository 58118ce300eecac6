package dev.lungo.kernel.output;

import com.google.gson.JsonObject;
import dev.lungo.kernel.Notebook;
import dev.lungo.kernel.magic.MagicRegistry;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The notebook that a front end is connected to. */
public final class LiveNotebook implements Notebook {
    private static volatile LiveNotebook current;

    private final Streams streams;
    private final Renderer renderer = new ReadableRenderer();
    private final MagicRegistry magics = new MagicRegistry();
    private volatile String newestDisplay = "";
    private volatile FrontEnd frontEnd;
    private final List<String> startup = new CopyOnWriteArrayList<>();

    private LiveNotebook(Streams streams) {
        this.streams = streams;
    }

    /**
     * Opens the notebook of this process, which shows under the current cell of {@code streams}.
     */
    public static LiveNotebook open(Streams streams) {
        current = new LiveNotebook(streams);
        return current;
    }

    /**
     * The notebook of this process, for the methods that cells call.
     *
     * @throws IllegalStateException when no kernel runs in this process
     */
    public static LiveNotebook current() {
        var notebook = current;
        if (notebook == null) {
            throw new IllegalStateException(
                    "There is no notebook to show this in: display works in a Jupyter kernel"
                            + " only.");
        }
        return notebook;
    }

    /** Lets cells ask {@code frontEnd} from now on. */
    public void connect(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /** What cells ask and open comms with. */
    public FrontEnd frontEnd() {
        return frontEnd;
    }

    @Override
    public Renderer renderer() {
        return renderer;
    }

    @Override
    public MagicRegistry magics() {
        return magics;
    }

    @Override
    public String display(DisplayData data) {
        String id = data.hasDisplayId() ? data.getDisplayId() : UUID.randomUUID().toString();
        show("display_data", withId(data, id));
        newestDisplay = id;
        return id;
    }

    /** Whether {@code value} is the id that {@link #display} returned last. */
    public boolean isNewestDisplay(Object value) {
        return newestDisplay.equals(value);
    }

    @Override
    public void updateDisplay(String displayId, DisplayData data) {
        show("update_display_data", withId(data, displayId));
    }

    private void show(String type, JsonObject content) {
        var cell = streams.current();
        cell.publish(type, content);
        cell.awaitRoom();
    }

    /** Removes what the current cell has shown; {@code wait} keeps it until something new comes. */
    public void clear(boolean wait) {
        var content = new JsonObject();
        content.addProperty("wait", wait);
        streams.current().publish("clear_output", content);
    }

    private static JsonObject withId(DisplayData data, String id) {
        var bundle = MimeBundle.of(data);
        bundle.getAsJsonObject("transient").addProperty(DisplayData.DISPLAY_ID_KEY, id);
        return bundle;
    }

    @Override
    public void startup(String source) {
        startup.add(source);
    }

    /** The sources given to {@link #startup}, in order. */
    public List<String> startupSources() {
        return List.copyOf(startup);
    }
}
