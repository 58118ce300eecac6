package dev.lungo.kernel;

import dev.lungo.kernel.session.JavaSession;
import java.util.List;

/**
 * Magics as Java calls: {@code lineMagic("classpath", List.of("lib/*.jar"))}.
 *
 * <p>Statically imported in every notebook. {@code List<String> l = %jars x.jar} is short for such
 * a call.
 */
public class MagicCalls {
    /** For IJava's name of this class. */
    protected MagicCalls() {}

    /** Runs the line magic {@code %name args} and returns its value. */
    public static <T> T lineMagic(String name, List<String> args) throws Exception {
        return JavaSession.current().magics().applyLineMagic(name, args);
    }

    /** Runs the cell magic {@code %%name args} on {@code body} and returns its value. */
    public static <T> T cellMagic(String name, List<String> args, String body) throws Exception {
        return JavaSession.current().magics().applyCellMagic(name, args, body);
    }
}
