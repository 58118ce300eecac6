package dev.lungo.data;

import dev.lungo.LungoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * What a user gave as examples or targets: one thing, several in a list, or several by name.
 *
 * @param <T> what each becomes
 * @param each one for each input or output
 * @param names their names, where they have some
 */
record Given<T>(List<T> each, List<String> names) {
    /**
     * Reads each part of what was given.
     *
     * @param name how a message calls it: x or y
     * @param read what makes something of one part; its second argument is the part's own name
     */
    static <T> Given<T> of(Object given, String name, BiFunction<Object, String, T> read) {
        if (given instanceof Map<?, ?> byName) {
            notEmpty(name, byName.size());
            List<String> names = byName.keySet().stream().map(String::valueOf).toList();
            List<T> parts = new ArrayList<>();
            byName.forEach((key, part) -> parts.add(read.apply(part, name + " \"" + key + "\"")));
            return new Given<>(parts, names);
        } else if (given instanceof List<?> list) {
            notEmpty(name, list.size());
            List<T> parts = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                parts.add(read.apply(list.get(i), "%s.get(%d)".formatted(name, i)));
            }
            return new Given<>(parts, List.of());
        }
        return new Given<>(List.of(read.apply(given, name)), List.of());
    }

    private static void notEmpty(String name, int size) {
        if (size == 0) {
            throw LungoException.badInput(
                    "data(x, y) takes several inputs or outputs in a list.",
                    name + " is empty",
                    "an array for each",
                    "for example data(List.of(a, b), y).");
        }
    }

    /** The parts in the order of these names; as given where they have none. */
    List<T> inOrder(String call, String what, List<String> wanted) {
        if (names.isEmpty()) {
            return each;
        }
        if (names.size() != wanted.size() || !names.containsAll(wanted)) {
            throw LungoException.badInput(
                    "%s: the names of the data's %s are not those of the model."
                            .formatted(call, what),
                    names.stream().sorted().toList(),
                    wanted,
                    "use these names, or give the layers others with .named(\"...\").");
        }
        return wanted.stream().map(name -> each.get(names.indexOf(name))).toList();
    }

    /** Refuses parts with different numbers of examples. */
    void sameSizes(String name, ToIntFunction<T> size) {
        int first = size.applyAsInt(each.get(0));
        for (int i = 0; i < each.size(); i++) {
            int other = size.applyAsInt(each.get(i));
            if (other != first) {
                throw LungoException.badInput(
                        "data(x, y) needs as many examples in each part of " + name + ".",
                        String.format(
                                Locale.ROOT, "%,d in one part and %,d in another", first, other),
                        "as many in each",
                        "pass arrays of one length, an entry for each example.");
            }
        }
    }
}
