package io.github.spencerpark.ijava;

import dev.lungo.kernel.Comms;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.session.Completion;
import dev.lungo.kernel.session.JavaSession;
import io.github.spencerpark.ijava.magics.MavenResolver;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.comm.CommManager;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The kernel as IJava notebooks see it.
 *
 * <pre>{@code
 * IJava.getKernelInstance().getRenderer()
 *         .createRegistration(Point.class)
 *         .preferring(MIMEType.TEXT_HTML)
 *         .register((point, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, point::svg));
 * }</pre>
 */
public final class JavaKernel extends BaseKernel {
    private final MavenResolver mavenResolver = new MavenResolver(this);
    private final JupyterIO io = new NotebookIO();

    JavaKernel() {}

    /** Turns values into what the front end shows; the last registration of a type wins. */
    @Override
    public Renderer getRenderer() {
        return LiveNotebook.current().renderer();
    }

    /** The streams of the cells. */
    @Override
    public JupyterIO getIO() {
        return io;
    }

    /** Shows {@code data} under the current cell. */
    @Override
    public void display(DisplayData data) {
        LiveNotebook.current().display(data);
    }

    /** The magics that cells know, by name. */
    public Magics getMagics() {
        return JavaSession.current().magics();
    }

    /** What {@code %maven} and its kin do, as methods. */
    public MavenResolver getMavenResolver() {
        return mavenResolver;
    }

    /** Adds a jar or a folder of classes, or several with the system's separator between them. */
    public void addToClasspath(String path) {
        JavaSession.current()
                .addToClassPath(
                        Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                                .map(Path::of)
                                .toList());
    }

    /** Runs a cell's source, magics included; gives the value of its last expression, or null. */
    public Object evalRaw(String source) {
        return JavaSession.current().eval(source);
    }

    /** Runs a cell's source; gives its value as the front end would show it, or null. */
    @Override
    public DisplayData eval(String source) {
        Object value = evalRaw(source);
        return value == null ? null : getRenderer().render(value);
    }

    /** What is known about the name at a position of a source, or null. */
    @Override
    public DisplayData inspect(String source, int cursor, boolean inDetail) {
        return JavaSession.current().inspect(source, cursor).map(DisplayData::new).orElse(null);
    }

    /** What could stand at a position of a source. */
    @Override
    public ReplacementOptions complete(String source, int cursor) {
        Completion found = JavaSession.current().complete(source, cursor);
        return new ReplacementOptions(found.matches(), found.start(), found.end());
    }

    /** The lines of an error as a cell would show them. */
    @Override
    public List<String> formatError(Exception thrown) {
        return JavaSession.current().explain(thrown);
    }

    /** Java, in the version that runs. */
    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("Java")
                .version(Runtime.version().toString())
                .mimetype("text/x-java-source")
                .fileExtension(".jshell")
                .pygments("java")
                .codemirror("java")
                .build();
    }

    /** Stops the cell that runs. */
    @Override
    public void interrupt() {
        JavaSession.current().interrupt();
    }

    /**
     * Not here: IJava's comms write to sockets of its own.
     *
     * @throws UnsupportedOperationException always; {@link Comms} does the same
     */
    @Override
    public CommManager getCommManager() {
        throw new UnsupportedOperationException(
                "getCommManager() of IJava is not supported. Open comms with"
                        + " dev.lungo.kernel.Comms.open(..), and offer targets with onOpen(..).");
    }
}
