package dev.lungo.kernel.output;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Any value as text for people: arrays show their elements, long things end with a count. */
final class ReadableText {
    private static final int MOST_ELEMENTS = 1000;
    private static final int MOST_CHARACTERS = 20_000;
    private static final String OF_CELLS = "REPL.$JShell$";

    private final StringBuilder text = new StringBuilder();

    /** What is being written, outermost last: a collection may contain itself. */
    private final Deque<Object> within = new ArrayDeque<>();

    private ReadableText() {}

    /** Never fails: where {@code toString()} does, the text says so. */
    static String of(Object value) {
        try {
            var readable = new ReadableText();
            readable.append(value);
            return shortened(readable.text);
        } catch (Throwable failed) {
            return "%s, whose toString() failed with %s"
                    .formatted(value.getClass().getName(), failed.getClass().getName());
        }
    }

    /** The beginning of a very long text, and how long it is. */
    static String shortened(CharSequence text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text.toString();
        }
        return text.subSequence(0, MOST_CHARACTERS)
                + "... (%s characters)".formatted(count(text.length()));
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void append(Object value) {
        if (value == null || !hasElements(value)) {
            text.append(plain(value));
        } else if (within.stream().anyMatch(outer -> outer == value)) {
            text.append("(this)");
        } else {
            within.push(value);
            appendElements(value);
            within.pop();
        }
    }

    /** The text of Java itself for a class of a cell names the class that JShell put it in. */
    private static String plain(Object value) {
        var written = String.valueOf(value);
        var name = value == null ? "" : value.getClass().getName();
        return name.startsWith(OF_CELLS) && written.startsWith(name + "@")
                ? value.getClass().getSimpleName() + written.substring(name.length())
                : written;
    }

    /** Collections of others say themselves how they want to be read. */
    private static boolean hasElements(Object value) {
        boolean ofJdk = value.getClass().getClassLoader() == null;
        return value.getClass().isArray()
                || ofJdk && (value instanceof Collection || value instanceof Map)
                || value instanceof Optional
                || value instanceof Record record && isDefault(record);
    }

    private void appendElements(Object value) {
        if (value instanceof Collection<?> elements) {
            append("[", elements.iterator(), elements.size(), this::append, "]");
        } else if (value instanceof Map<?, ?> map) {
            append("{", map.entrySet().iterator(), map.size(), this::appendEntry, "}");
        } else if (value instanceof Optional<?> optional) {
            text.append(optional.isPresent() ? "Optional[" : "Optional.empty");
            optional.ifPresent(this::append);
            text.append(optional.isPresent() ? "]" : "");
        } else if (value instanceof Record values) {
            var components = Arrays.asList(values.getClass().getRecordComponents());
            append(
                    values.getClass().getSimpleName() + "[",
                    components.iterator(),
                    components.size(),
                    component -> {
                        text.append(component.getName()).append('=');
                        append(component(values, component));
                    },
                    "]");
        } else {
            int length = Array.getLength(value);
            var indices = IntStream.range(0, length).iterator();
            append("[", indices, length, index -> append(Array.get(value, index)), "]");
        }
    }

    private void appendEntry(Map.Entry<?, ?> entry) {
        append(entry.getKey());
        text.append('=');
        append(entry.getValue());
    }

    private <T> void append(
            String begin, Iterator<T> elements, int size, Consumer<T> element, String end) {
        text.append(begin);
        for (int i = 0; elements.hasNext(); i++) {
            text.append(i == 0 ? "" : ", ");
            if (i == MOST_ELEMENTS || text.length() > MOST_CHARACTERS) {
                text.append("... (").append(count(size)).append(" elements)");
                break;
            }
            element.accept(elements.next());
        }
        text.append(end);
    }

    /** Whether the record's text is the one that Java makes, which shows no elements. */
    private static boolean isDefault(Record values) {
        var made = new StringBuilder();
        for (var component : values.getClass().getRecordComponents()) {
            made.append(made.isEmpty() ? "" : ", ").append(component.getName()).append('=');
            made.append(component(values, component));
        }
        var name = values.getClass().getSimpleName();
        return values.toString().equals(name + "[" + made + "]");
    }

    private static Object component(Record values, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(values);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
