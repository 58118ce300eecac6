package dev.lungo.launcher;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A notebook of a test: written with some code cells, read after a run. */
record NotebookFile(Path path) {
    /** Writes a notebook of these cells for the kernel {@code java}. */
    static NotebookFile of(Path path, String... cells) {
        var list = new JsonArray();
        for (int i = 0; i < cells.length; i++) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.addProperty("id", "cell-" + i);
            cell.add("metadata", new JsonObject());
            cell.add("execution_count", null);
            cell.add("outputs", new JsonArray());
            cell.addProperty("source", cells[i]);
            list.add(cell);
        }
        var notebook = new JsonObject();
        notebook.add("cells", list);
        notebook.add(
                "metadata",
                JsonParser.parseString(
                        "{\"kernelspec\": {\"name\": \"java\", \"language\": \"java\","
                                + " \"display_name\": \"Java\"}}"));
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        Machine.write(path, notebook.toString());
        return new NotebookFile(path);
    }

    /** The file's text. */
    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outputs of a cell; cells count from 1. */
    JsonArray outputs(int cell) {
        return cell(cell).getAsJsonArray("outputs");
    }

    /** A cell; cells count from 1. */
    JsonObject cell(int cell) {
        return json().getAsJsonArray("cells").get(cell - 1).getAsJsonObject();
    }

    /** The whole notebook. */
    JsonObject json() {
        return JsonParser.parseString(text()).getAsJsonObject();
    }
}
