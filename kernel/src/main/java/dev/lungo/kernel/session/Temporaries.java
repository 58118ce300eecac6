package dev.lungo.kernel.session;

import java.lang.reflect.Field;
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
    private static final Map<String, String> NOTHING =
            Map.of(
                    "boolean", "false", "byte", "0", "short", "0", "char", "0", "int", "0", "long",
                    "0", "float", "0", "double", "0");

    private final Map<String, Kept> kept = new HashMap<>();
    private int count;
    private String wanted;

    /** The next name, for JShell or for a value kept here. */
    String nextName() {
        return wanted != null ? wanted : "$" + ++count;
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
                // As the value of an expression: other variables are reset with their class.
                String nothing = NOTHING.getOrDefault(temporary.type, "null");
                wanted = word;
                shell.eval("(" + temporary.type + ") " + nothing);
                wanted = null;
                names.refresh();
                if (!set(loader, names.wrapper(word), word, temporary.value)) {
                    // Its class was replaced since, so the type of the value has no name any more.
                    shell.eval("Object " + word + ";");
                    names.refresh();
                    set(loader, names.wrapper(word), word, temporary.value);
                }
            }
        }
    }

    private static boolean set(CellLoader loader, String wrapper, String name, Object value) {
        if (wrapper.isEmpty()) {
            return false;
        }
        try {
            Field variable = loader.findClass(wrapper).getField(name);
            variable.setAccessible(true); // the class is not public
            if (value != null) {
                variable.set(null, value);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
