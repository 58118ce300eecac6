package dev.lungo.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.lungo.LungoException;
import dev.lungo.graph.Weight;
import dev.lungo.store.FloatArray;
import dev.lungo.store.OwnCode;
import dev.lungo.store.RecordJson;
import dev.lungo.store.RecordReader;
import dev.lungo.store.Safetensors;
import dev.lungo.store.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A model in one file: a zip of {@code model.json} (layers, how it learns, history) and {@code
 * values.safetensors} (weights, and what the optimizer keeps).
 *
 * @param saved everything but the numbers
 * @param values weights and the optimizer's state by name
 */
record ModelFile(Saved saved, Map<String, float[]> values) {
    /** Raised when descriptions change; from version 1.0 on older ones must stay readable. */
    private static final int FORMAT = 2;

    private static final String DESCRIPTION = "model.json";
    private static final String NUMBERS = "values.safetensors";

    /** Writes the file whole; on any failure the one that was there stays. */
    void write(String call, Path file, List<Weight> weights) {
        Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().create();
        JsonObject head = new JsonObject();
        head.addProperty("format", FORMAT);
        head.add("model", SharedNumbers.counted(RecordJson.of(saved)));
        Map<String, FloatArray> numbers = numbers(weights);
        try {
            WholeFile.write(
                    file,
                    out -> {
                        ZipOutputStream zip = new ZipOutputStream(out);
                        zip.putNextEntry(new ZipEntry(DESCRIPTION));
                        zip.write(gson.toJson(head).getBytes(StandardCharsets.UTF_8));
                        zip.closeEntry();
                        // Numbers hardly shrink, and the search for repetitions takes seconds.
                        zip.setLevel(0);
                        zip.putNextEntry(new ZipEntry(NUMBERS));
                        Safetensors.write(zip, numbers);
                        zip.closeEntry();
                        zip.finish();
                    });
        } catch (IOException e) {
            throw FileTrouble.writing(call, file, e);
        }
    }

    /**
     * Reads a file that {@link #write} made.
     *
     * @param own code of the user's own that the model may have
     * @throws LungoException if there is none, it is broken, foreign or newer, or its code of the
     *     user's own was not given
     */
    static ModelFile read(String call, Path file, List<? extends OwnCode> own) {
        if (!Files.isRegularFile(file)) {
            throw FileTrouble.reading(
                    call,
                    file,
                    Files.isDirectory(file) ? "this is a folder" : "there is no such file",
                    "look at the name and the folder");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(DESCRIPTION) == null || zip.getEntry(NUMBERS) == null) {
                throw foreign(call, file);
            }
            String text = new String(bytes(zip, DESCRIPTION), StandardCharsets.UTF_8);
            JsonObject head = JsonParser.parseString(text).getAsJsonObject();
            JsonElement format = head.get("format");
            if (format == null) {
                throw foreign(call, file);
            }
            checkFormat(call, file, format.getAsInt());
            checkOwn(call, file, RecordReader.own(head.get("model")), own);
            return new ModelFile(
                    RecordReader.read(head.get("model"), Saved.class, own),
                    flat(Safetensors.read(bytes(zip, NUMBERS))));
        } catch (ZipException e) {
            throw begunAsZip(file)
                    ? FileTrouble.reading(call, file, "its end is missing", "copy or save it again")
                    : foreign(call, file);
        } catch (IOException | JsonParseException | IllegalStateException e) {
            String reason = e.getMessage() == null ? "it is damaged" : e.getMessage();
            throw FileTrouble.reading(call, file, reason, "copy or save it again");
        }
    }

    /** Weights in their shapes; what the optimizer keeps has none. */
    private Map<String, FloatArray> numbers(List<Weight> weights) {
        Map<String, FloatArray> numbers = new LinkedHashMap<>();
        values.forEach(
                (name, flat) -> numbers.put(name, new FloatArray(List.of(flat.length), flat)));
        weights.forEach(
                weight ->
                        numbers.computeIfPresent(
                                weight.name(), (name, flat) -> flat.reshape(weight.sizes())));
        return numbers;
    }

    private static Map<String, float[]> flat(Map<String, FloatArray> numbers) {
        Map<String, float[]> flat = new LinkedHashMap<>();
        numbers.forEach((name, array) -> flat.put(name, array.values()));
        return flat;
    }

    private static void checkFormat(String call, Path file, int format) {
        if (format > FORMAT) {
            throw FileTrouble.reading(
                    call,
                    file,
                    "a newer Lungo wrote it (format %d, this one knows %d)"
                            .formatted(format, FORMAT),
                    "update Lungo");
        } else if (format < FORMAT) {
            throw FileTrouble.reading(
                    call,
                    file,
                    "an early Lungo wrote it (format %d, this one knows %d)"
                            .formatted(format, FORMAT),
                    "train it again, or use the Lungo that wrote it");
        }
    }

    private static void checkOwn(
            String call, Path file, Set<String> needed, List<? extends OwnCode> given) {
        List<String> written = given.stream().map(OwnCode::written).toList();
        if (!written.containsAll(needed)) {
            throw LungoException.badInput(
                    call + ": this model has code of your own, of which a file holds the names.",
                    written.isEmpty() ? "none of that code" : String.join(", ", written),
                    String.join(", ", needed),
                    "write that code again behind the file: load(\"%s\", %s)."
                            .formatted(file, String.join(", ", needed)));
        }
    }

    private static LungoException foreign(String call, Path file) {
        return FileTrouble.reading(
                call,
                file,
                "it is not a model of Lungo",
                "give the file that model.save(...) or a checkpoint wrote");
    }

    private static boolean begunAsZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            return false;
        }
    }

    /** One entry, checked: ZipFile itself does not compare checksums. */
    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw new IOException("it was changed or damaged after it was saved");
            }
            return bytes;
        }
    }
}
