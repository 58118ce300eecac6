package io.github.spencerpark.ijava;

import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.session.JavaSession;
import io.github.spencerpark.ijava.magics.MavenResolver;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
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
public final class JavaKernel {
    private final MavenResolver mavenResolver = new MavenResolver(this);

    JavaKernel() {}

    /** Turns values into what the front end shows; the last registration of a type wins. */
    public Renderer getRenderer() {
        return LiveNotebook.current().renderer();
    }

    /** Shows {@code data} under the current cell. */
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
    public DisplayData eval(String source) {
        Object value = evalRaw(source);
        return value == null ? null : getRenderer().render(value);
    }
}
