package dev.lungo.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine with files in memory. */
final class TestServer implements AutoCloseable {
    /** The names asked for, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Opens when a stalling file has sent its first half. */
    final CountDownLatch stalled = new CountDownLatch(1);

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, byte[]> stalling = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    TestServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    TestServer with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** A file of which only the first half ever arrives. */
    TestServer withStalling(String name, byte[] content) {
        stalling.put(name, content);
        return this;
    }

    Mirror mirror(String suffix) {
        return mirror(suffix, Duration.ofSeconds(30));
    }

    Mirror mirror(String suffix, Duration stall) {
        return new Mirror(address(), suffix, Duration.ofSeconds(5), stall);
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            asked.add(name);
            if (stalling.containsKey(name)) {
                stall(exchange, stalling.get(name));
            } else if (files.containsKey(name)) {
                byte[] content = files.get(name);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void stall(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content, 0, content.length / 2);
        exchange.getResponseBody().flush();
        stalled.countDown();
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
