package dev.lungo.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lungo.layer.Layer;
import dev.lungo.store.RecordJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts shared layers from 0 in a description, wherever they stand: what tells them apart in Java
 * is another number in each session.
 */
final class SharedNumbers {
    private final Map<Long, Integer> places = new HashMap<>();

    private SharedNumbers() {}

    /** Layers as a file holds them. */
    static JsonElement written(List<Layer> layers) {
        return counted(RecordJson.of(layers));
    }

    /** The description with other numbers. */
    static JsonElement counted(JsonElement description) {
        new SharedNumbers().count(description);
        return description;
    }

    private void count(JsonElement json) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(this::count);
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            if (object.has("type") && "layer.Shared".equals(object.get("type").getAsString())) {
                long number = object.get("number").getAsLong();
                places.putIfAbsent(number, places.size());
                object.addProperty("number", places.get(number));
            }
            object.entrySet().forEach(entry -> count(entry.getValue()));
        }
    }
}
