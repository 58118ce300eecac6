package dev.lungo.store;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays of float32 by name, in the safetensors format, which Python reads too.
 *
 * <p>The length of a JSON head in eight bytes, the head with type, shape and place of each array,
 * then the numbers, all little-endian. Format: huggingface/safetensors, README.
 */
public final class Safetensors {
    private static final int PIECE = 1 << 14;

    private Safetensors() {}

    /** Writes flat arrays; {@code shapes} may say how they are to be seen. */
    public static void write(
            OutputStream out, Map<String, float[]> arrays, Map<String, List<Integer>> shapes)
            throws IOException {
        JsonObject head = new JsonObject();
        long at = 0;
        for (Map.Entry<String, float[]> array : arrays.entrySet()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            JsonArray shape = new JsonArray();
            shapes.getOrDefault(array.getKey(), List.of(array.getValue().length))
                    .forEach(shape::add);
            entry.add("shape", shape);
            JsonArray place = new JsonArray();
            place.add(at);
            at += (long) array.getValue().length * Float.BYTES;
            place.add(at);
            entry.add("data_offsets", place);
            head.add(array.getKey(), entry);
        }
        byte[] text = new Gson().toJson(head).getBytes(StandardCharsets.UTF_8);
        out.write(bytes(Long.BYTES).putLong(text.length).array());
        out.write(text);
        for (float[] values : arrays.values()) {
            for (int from = 0; from < values.length; from += PIECE) {
                int count = Math.min(PIECE, values.length - from);
                ByteBuffer piece = bytes(count * Float.BYTES);
                piece.asFloatBuffer().put(values, from, count);
                out.write(piece.array());
            }
        }
    }

    /**
     * Reads what {@link #write} or another program wrote, as flat arrays.
     *
     * @throws IOException if it is not in this format, or cut off
     */
    public static Map<String, float[]> read(byte[] file) throws IOException {
        try {
            ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int head = Math.toIntExact(all.getLong());
            int first = Math.addExact(Long.BYTES, head);
            String text = new String(file, Long.BYTES, head, StandardCharsets.UTF_8);
            Map<String, float[]> arrays = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> entry :
                    JsonParser.parseString(text).getAsJsonObject().entrySet()) {
                if (entry.getKey().equals("__metadata__")) {
                    continue;
                }
                JsonArray place = entry.getValue().getAsJsonObject().getAsJsonArray("data_offsets");
                int from = Math.toIntExact(first + place.get(0).getAsLong());
                int to = Math.toIntExact(first + place.get(1).getAsLong());
                float[] values = new float[(to - from) / Float.BYTES];
                all.slice(from, to - from)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(values);
                arrays.put(entry.getKey(), values);
            }
            return arrays;
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | ArithmeticException
                | IndexOutOfBoundsException
                | java.nio.BufferUnderflowException e) {
            throw new IOException("the numbers in it are damaged", e);
        }
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
