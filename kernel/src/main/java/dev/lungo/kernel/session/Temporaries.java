package dev.lungo.kernel.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/**
 * The values of expressions, which JShell keeps as {@code $1}, {@code $2} and so on.
 *
 * <p>Those of expressions compiled beside JShell become variables when a cell names them: each
 * variable makes every later compilation slower.
 */
final class Temporaries {
    private record Kept(String type, Object value) {}

    private static final Pattern NAME = Pattern.compile("\\$\\d+");

    private final Map<String, Kept> kept = new HashMap<>();
    private int count;

    /** The next name, for JShell or for a value kept here. */
    String nextName() {
        return "$" + ++count;
    }

    /** Keeps a value of a type, which a variable can be declared with. */
    void keep(String name, String type, Object value) {
        kept.put(name, new Kept(type, value));
    }

    /** Declares those that a source names. */
    void declare(Set<String> words, JShell shell, LiveNames names, CellLoader loader) {
        for (String word : words) {
            Kept temporary = NAME.matcher(word).matches() ? kept.remove(word) : null;
            if (temporary != null) {
                shell.eval(temporary.type + " " + word + ";");
                names.refresh();
                if (temporary.value != null && names.contains(word)) {
                    set(loader, names.wrapper(word), word, temporary.value);
                }
            }
        }
    }

    private static void set(CellLoader loader, String wrapper, String name, Object value) {
        try {
            loader.findClass(wrapper).getField(name).set(null, value);
        } catch (IllegalArgumentException e) {
            // The class of the value was replaced since: as in JShell, the variable is reset.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
