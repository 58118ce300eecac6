package dev.lungo.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where the front end expects the kernel: the file that Jupyter writes before it starts one.
 *
 * @param ip the address to listen on, usually 127.0.0.1
 * @param key the secret that signs messages; empty for none
 */
public record ConnectionFile(
        String ip, int shell, int control, int stdin, int iopub, int heartbeat, String key) {

    /**
     * Reads the file at {@code path}.
     *
     * @throws IOException with one line for the user, when it is missing, broken or asks for a
     *     transport or a signature that this kernel lacks
     */
    public static ConnectionFile read(Path path) throws IOException {
        try {
            var json = Json.parse(Files.readString(path, StandardCharsets.UTF_8));
            if (!(json instanceof JsonObject fields)) {
                throw new IOException("The connection file " + path + " is not a JSON object.");
            }
            return of(fields, path);
        } catch (NoSuchFileException missing) {
            throw new IOException("There is no connection file " + path + ".", missing);
        } catch (JsonParseException | NumberFormatException broken) {
            var message = "The connection file %s cannot be read: %s";
            throw new IOException(message.formatted(path, broken.getMessage()), broken);
        }
    }

    private static ConnectionFile of(JsonObject fields, Path path) throws IOException {
        expect(fields, "transport", "tcp", path);
        expect(fields, "signature_scheme", "hmac-sha256", path);
        return new ConnectionFile(
                text(fields, "ip", path),
                Integer.parseInt(text(fields, "shell_port", path)),
                Integer.parseInt(text(fields, "control_port", path)),
                Integer.parseInt(text(fields, "stdin_port", path)),
                Integer.parseInt(text(fields, "iopub_port", path)),
                Integer.parseInt(text(fields, "hb_port", path)),
                text(fields, "key", path));
    }

    private static void expect(JsonObject fields, String name, String expected, Path path)
            throws IOException {
        if (fields.has(name) && !text(fields, name, path).equals(expected)) {
            var message = "The connection file %s says %s %s; this kernel knows only %s.";
            throw new IOException(message.formatted(path, name, fields.get(name), expected));
        }
    }

    private static String text(JsonObject fields, String name, Path path) throws IOException {
        JsonElement value = fields.get(name);
        if (value == null || !value.isJsonPrimitive()) {
            throw new IOException("The connection file " + path + " has no " + name + ".");
        }
        return value.getAsString();
    }
}
