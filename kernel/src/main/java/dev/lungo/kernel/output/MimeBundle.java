package dev.lungo.kernel.output;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.lungo.kernel.wire.Json;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Field;

/** Display data as Jupyter wants it: {@code data} and {@code metadata} by MIME type. */
public final class MimeBundle {
    /** It has no methods for all of its contents. */
    private static final Field DATA = field("data");

    private static final Field METADATA = field("metadata");
    private static final Field TRANSIENT = field("transientData");

    private MimeBundle() {}

    /** The content of a message that shows {@code display}; bytes become base64 text. */
    public static JsonObject of(DisplayData display) {
        var data = new JsonObject();
        object(DATA, display)
                .asMap()
                .forEach((type, value) -> data.add(type, unpacked(type, value)));
        var bundle = new JsonObject();
        bundle.add("data", data);
        bundle.add("metadata", object(METADATA, display));
        bundle.add("transient", object(TRANSIENT, display));
        return bundle;
    }

    private static JsonObject object(Field field, DisplayData display) {
        try {
            var content = field.get(display);
            return content == null ? new JsonObject() : Json.tree(content).getAsJsonObject();
        } catch (IllegalAccessException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static Field field(String name) {
        try {
            var field = DisplayData.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }

    /** JSON given as text is sent as JSON, which is what front ends expect (protocol 5.0). */
    private static JsonElement unpacked(String type, JsonElement value) {
        boolean json = type.equals("application/json") || type.endsWith("+json");
        boolean text = value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
        if (type.equals("text/html") && text) {
            return new JsonPrimitive(RequiredScripts.provided(value.getAsString()));
        }
        if (!json || !text) {
            return value;
        }
        try {
            return Json.parse(value.getAsString());
        } catch (JsonParseException plainText) {
            return value;
        }
    }
}
