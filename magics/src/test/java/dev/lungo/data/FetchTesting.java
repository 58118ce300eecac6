package dev.lungo.data;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of fetching share: an empty cache, a server, and a listener. */
abstract class FetchTesting {
    @TempDir Path cache;
    final RecordingListener listener = new RecordingListener();
    TestServer server;

    @BeforeEach
    void start_server() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stop_server() {
        server.close();
    }

    Fetch fetch(Source... sources) {
        return new Fetch(TestFiles.set(sources), cache, false, listener, FileOutputStream::new);
    }

    Fetch offline(Source... sources) {
        return new Fetch(TestFiles.set(sources), cache, true, listener, FileOutputStream::new);
    }

    Path folder() {
        return cache.resolve("datasets").resolve("test");
    }

    void place(String name, byte[] content) throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve(name), content);
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
