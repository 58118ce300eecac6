package dev.lungo.notebooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./lungo lab} on a free port, with settings of its own and {@code LUNGO_FAST=1}. */
final class Lab implements AutoCloseable {
    private final Process process;
    private final int port;
    private final String token = UUID.randomUUID().toString();

    /** Starts the server; it shows the notebooks of one folder and logs to a file. */
    Lab(Path notebooks, Path settings, Path log) throws IOException {
        port = freePort();
        var builder =
                Checkout.lungo(
                        "lab",
                        "--no-browser",
                        "--port",
                        "" + port,
                        "--",
                        "--ServerApp.root_dir=" + notebooks,
                        "--IdentityProvider.token=" + token,
                        "--LabApp.extension_manager=readonly");
        for (String kind : List.of("CONFIG", "DATA", "RUNTIME")) {
            builder.environment()
                    .put("JUPYTER_" + kind + "_DIR", settings.resolve(kind).toString());
        }
        builder.environment().put("LUNGO_FAST", "1");
        Files.createDirectories(log.getParent());
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** The address of a notebook; the server answers there after some seconds. */
    URI address(String notebook) {
        return URI.create(
                "http://127.0.0.1:%d/lab/tree/%s?reset&token=%s".formatted(port, notebook, token));
    }

    /** Whether the server accepts connections; fails when it has ended instead. */
    boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("lungo lab ended with status " + process.exitValue());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The server and the kernels that it started. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /** Asks the server to end, as a user who closes its terminal does. */
    void stop() {
        process.destroy();
    }

    /** Leaves nothing behind, however the test ended. */
    @Override
    public void close() {
        var all = processes();
        stop();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
