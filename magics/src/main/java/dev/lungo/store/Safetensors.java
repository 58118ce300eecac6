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
import java.util.ArrayList;
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
    private Safetensors() {}

    /** Writes arrays of float32 in their order. */
    public static void write(OutputStream out, Map<String, FloatArray> arrays) throws IOException {
        JsonObject head = new JsonObject();
        long at = 0;
        for (Map.Entry<String, FloatArray> array : arrays.entrySet()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", "F32");
            JsonArray shape = new JsonArray();
            array.getValue().sizes().forEach(shape::add);
            entry.add("shape", shape);
            JsonArray place = new JsonArray();
            place.add(at);
            at += (long) array.getValue().values().length * Float.BYTES;
            place.add(at);
            entry.add("data_offsets", place);
            head.add(array.getKey(), entry);
        }
        byte[] text = new Gson().toJson(head).getBytes(StandardCharsets.UTF_8);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(text.length).array());
        out.write(text);
        for (FloatArray array : arrays.values()) {
            Floats.write(out, array.values());
        }
    }

    /**
     * Reads what {@link #write} or another program wrote; all kinds of numbers become float32.
     *
     * @throws IOException if it is not in this format, or cut off
     */
    public static Map<String, FloatArray> read(byte[] file) throws IOException {
        try {
            ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            int head = Math.toIntExact(all.getLong());
            int first = Math.addExact(Long.BYTES, head);
            String text = new String(file, Long.BYTES, head, StandardCharsets.UTF_8);
            Map<String, FloatArray> arrays = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> entry :
                    JsonParser.parseString(text).getAsJsonObject().entrySet()) {
                if (entry.getKey().equals("__metadata__")) {
                    continue;
                }
                arrays.put(entry.getKey(), array(all, first, entry.getValue().getAsJsonObject()));
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

    private static FloatArray array(ByteBuffer all, int first, JsonObject entry)
            throws IOException {
        JsonArray place = entry.getAsJsonArray("data_offsets");
        int from = Math.toIntExact(first + place.get(0).getAsLong());
        int to = Math.toIntExact(first + place.get(1).getAsLong());
        NumberType type = NumberType.named(entry.get("dtype").getAsString());
        float[] values = type.read(all.slice(from, to - from).order(ByteOrder.LITTLE_ENDIAN));
        List<Integer> sizes = new ArrayList<>();
        entry.getAsJsonArray("shape").forEach(size -> sizes.add(size.getAsInt()));
        if (sizes.stream().reduce(1, Math::multiplyExact) != values.length) {
            throw new IOException("the numbers in it are damaged");
        }
        return new FloatArray(sizes, values);
    }
}
