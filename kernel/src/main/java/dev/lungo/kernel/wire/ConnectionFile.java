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

    private static final int LAST_PORT = 65_535;

    /**
     * Reads the file at {@code path}.
     *
     * @throws IOException with one line for the user, when it is missing, broken or asks for a
     *     transport or a signature that this kernel lacks
     */
    public static ConnectionFile read(Path path) throws IOException {
        if (!(json(path) instanceof JsonObject fields)) {
            throw new IOException("The connection file " + path + " is not a JSON object.");
        }
        expect(fields, "transport", "tcp", path);
        expect(fields, "signature_scheme", "hmac-sha256", path);
        return new ConnectionFile(
                loopback(fields, path),
                port(fields, "shell_port", path),
                port(fields, "control_port", path),
                port(fields, "stdin_port", path),
                port(fields, "iopub_port", path),
                port(fields, "hb_port", path),
                text(fields, "key", path));
    }

    /** An address of this machine only: who reaches the ports of a kernel can run code. */
    private static String loopback(JsonObject fields, Path path) throws IOException {
        var ip = text(fields, "ip", path);
        if (ip.equals("localhost") || ip.matches("127(\\.\\d{1,3}){3}")) {
            return ip;
        }
        var message =
                "The connection file %s has the ip %s; this kernel listens only on this machine."
                        + " Start it with the ip 127.0.0.1.";
        throw new IOException(message.formatted(path, ip));
    }

    private static JsonElement json(Path path) throws IOException {
        try {
            return Json.parse(Files.readString(path, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new IOException("There is no connection file " + path + ".", missing);
        } catch (IOException | JsonParseException unreadable) {
            var message = "The connection file %s cannot be read: %s";
            throw new IOException(message.formatted(path, unreadable), unreadable);
        }
    }

    private static int port(JsonObject fields, String name, Path path) throws IOException {
        var text = text(fields, name, path);
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LAST_PORT) {
            return Integer.parseInt(text);
        }
        var message = "The connection file %s has the %s %s; expected 0 to %d.";
        throw new IOException(message.formatted(path, name, text, LAST_PORT));
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
