package dev.lungo.kernel.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/** Writes null for NaN and Infinity, which JSON lacks: browsers refuse a message with them. */
final class FiniteJsonWriter extends JsonWriter {
    FiniteJsonWriter(Writer out) {
        super(out);
    }

    @Override
    public JsonWriter value(Number value) throws IOException {
        return value == null
                        || Double.isInfinite(value.doubleValue()) && isFloating(value)
                        || Double.isNaN(value.doubleValue())
                ? nullValue()
                : super.value(value);
    }

    /** A BigInteger beyond the range of double also looks infinite, but can be written. */
    private static boolean isFloating(Number value) {
        return value instanceof Double || value instanceof Float;
    }
}
