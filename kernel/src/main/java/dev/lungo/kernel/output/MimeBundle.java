package dev.lungo.kernel.output;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import dev.lungo.kernel.wire.Json;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Display data as Jupyter wants it: {@code data} and {@code metadata} by MIME type. */
public final class MimeBundle {
    private MimeBundle() {}

    /** The content of a message that shows {@code display}; bytes become base64 text. */
    public static JsonObject of(DisplayData display) {
        var fields = Json.tree(display).getAsJsonObject();
        var data = new JsonObject();
        object(fields, "data")
                .asMap()
                .forEach((type, value) -> data.add(type, unpacked(type, value)));
        var bundle = new JsonObject();
        bundle.add("data", data);
        bundle.add("metadata", object(fields, "metadata"));
        bundle.add("transient", object(fields, "transient"));
        return bundle;
    }

    private static JsonObject object(JsonObject fields, String name) {
        return fields.get(name) instanceof JsonObject object ? object : new JsonObject();
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
