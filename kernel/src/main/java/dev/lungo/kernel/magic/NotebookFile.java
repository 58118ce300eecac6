package dev.lungo.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/** Reads the code out of a Jupyter notebook file, format 4. */
final class NotebookFile {
    private NotebookFile() {}

    /**
     * The sources of the code cells, in order.
     *
     * @throws com.google.gson.JsonParseException when the text is not JSON
     * @throws IllegalStateException when it is JSON, but no notebook
     */
    static List<String> codeCells(String text) {
        JsonElement notebook = JsonParser.parseString(text);
        if (!notebook.isJsonObject() || !notebook.getAsJsonObject().has("cells")) {
            throw new IllegalStateException("it has no cells");
        }
        JsonArray cells = notebook.getAsJsonObject().getAsJsonArray("cells");
        List<String> sources = new ArrayList<>();
        for (JsonElement element : cells) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                sources.add(source(cell.get("source")));
            }
        }
        return sources;
    }

    /** The format allows one string and a list of lines that bring their line ends along. */
    private static String source(JsonElement source) {
        if (!source.isJsonArray()) {
            return source.getAsString();
        }
        StringBuilder text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
