package dev.lungo.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Makes the description of a model in an older file what it would be today. */
final class OlderFile {
    private OlderFile() {}

    static void bringUp(JsonObject model, int format) {
        if (format == 1) {
            fromOneOutput(model);
        }
    }

    /** Format 1 knew models with one input, and one output: the last layer. */
    private static void fromOneOutput(JsonObject model) {
        JsonArray outputs = new JsonArray();
        outputs.add(model.getAsJsonArray("layers").size() - 1);
        model.add("outputs", outputs);
        JsonArray transforms = new JsonArray();
        JsonElement transform = model.get("transform");
        if (transform != null && !transform.isJsonNull()) {
            transforms.add(transform);
        }
        model.add("transforms", transforms);
    }
}
