package dev.lungo.kernel.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** JSON as Jupyter wants it: strict, bytes as base64, and no NaN or Infinity. */
public final class Json {
    private static final Gson STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).serializeNulls().create();

    private static final Gson TREE =
            new GsonBuilder()
                    .serializeNulls()
                    .serializeSpecialFloatingPointValues()
                    .registerTypeAdapter(
                            byte[].class,
                            (JsonSerializer<byte[]>)
                                    (bytes, type, context) ->
                                            new JsonPrimitive(
                                                    Base64.getEncoder().encodeToString(bytes)))
                    .create();

    private static final Gson VALUES =
            new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    private Json() {}

    /** Any value as JSON; {@code byte[]} becomes base64 text. */
    public static JsonElement tree(Object value) {
        return TREE.toJsonTree(value);
    }

    /** An object as Java: maps, lists, texts, booleans, null, and Long or Double for numbers. */
    public static Map<String, Object> map(JsonObject object) {
        return VALUES.fromJson(object, new TypeToken<Map<String, Object>>() {}.getType());
    }

    /**
     * What {@code text} says, of any kind.
     *
     * @throws JsonParseException when it is not JSON
     */
    public static JsonElement parse(String text) {
        return STRICT.fromJson(text, JsonElement.class);
    }

    static JsonObject parseObject(byte[] utf8) {
        try {
            var text = new String(utf8, StandardCharsets.UTF_8);
            if (parse(text) instanceof JsonObject object) {
                return object;
            }
            throw new BadMessageException("a part of it is not a JSON object");
        } catch (JsonParseException notJson) {
            throw new BadMessageException("a part of it is not JSON: " + notJson.getMessage());
        }
    }

    static byte[] bytes(JsonObject json) {
        var text = new StringWriter();
        STRICT.toJson(json, new FiniteJsonWriter(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
