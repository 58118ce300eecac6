package dev.lungo.kernel.output;

import java.util.Arrays;

/** Any value as text; arrays show their elements. */
final class ReadableText {
    private ReadableText() {}

    /** Never fails: where {@code toString()} does, the text says so. */
    static String of(Object value) {
        try {
            return value != null && value.getClass().isArray()
                    ? array(value)
                    : String.valueOf(value);
        } catch (Throwable failed) {
            return "%s, whose toString() failed with %s"
                    .formatted(value.getClass().getName(), failed.getClass().getName());
        }
    }

    private static String array(Object array) {
        String wrapped = Arrays.deepToString(new Object[] {array});
        return wrapped.substring(1, wrapped.length() - 1);
    }
}
