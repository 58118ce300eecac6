package dev.lungo.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A notebook file as it was read. */
record Notebook(JsonObject json) {
    static Notebook read(Path file) throws IOException {
        return new Notebook(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, json.toString());
    }

    /** A copy in which no cell has been run. */
    Notebook withoutOutputs() {
        var copy = new Notebook(json.deepCopy());
        for (Cell cell : copy.codeCells()) {
            cell.json().add("outputs", new JsonArray());
            cell.json().add("execution_count", JsonNull.INSTANCE);
        }
        return copy;
    }

    /** All cells, prose too. */
    List<Cell> cells() {
        return list(json.get("cells")).map(cell -> new Cell(cell.getAsJsonObject())).toList();
    }

    List<Cell> codeCells() {
        return cells().stream().filter(Cell::isCode).toList();
    }

    /** The place among all cells, from 0, of the one cell whose code contains a text. */
    int indexOf(String code) {
        List<Cell> cells = cells();
        var found =
                cells.stream()
                        .filter(cell -> cell.isCode() && cell.source().contains(code))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " cells contain " + code);
        }
        return cells.indexOf(found.get(0));
    }

    /** The cell whose code contains a text. */
    Cell cell(String code) {
        return cells().get(indexOf(code));
    }

    /** One cell. */
    record Cell(JsonObject json) {
        boolean isCode() {
            return json.get("cell_type").getAsString().equals("code");
        }

        String source() {
            return Notebook.text(json.get("source"));
        }

        /** When the cell was run, counted from 1; 0 if it was not. */
        int executionCount() {
            var count = json.get("execution_count");
            return count.isJsonNull() ? 0 : count.getAsInt();
        }

        List<JsonObject> outputs() {
            return list(json.get("outputs")).map(JsonElement::getAsJsonObject).toList();
        }

        /** What the outputs say as plain text, printed or shown. */
        String text() {
            return outputs().stream()
                    .map(
                            o ->
                                    o.has("data")
                                            ? o.getAsJsonObject("data").get("text/plain")
                                            : o.get("text"))
                    .map(Notebook::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** A text, which the format allows to be a list of lines. */
    static String text(JsonElement lines) {
        return lines == null
                ? ""
                : lines.isJsonArray()
                        ? list(lines).map(JsonElement::getAsString).collect(Collectors.joining())
                        : lines.getAsString();
    }

    private static Stream<JsonElement> list(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }
}
