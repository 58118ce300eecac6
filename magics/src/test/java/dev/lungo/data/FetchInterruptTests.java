package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Fetching that is stuck, and somebody who ends it. */
@Timeout(60)
class FetchInterruptTests {
    @TempDir Path cache;

    @Test
    void ends_a_stalled_download_at_once_and_leaves_only_the_lock_file() throws Exception {
        try (TestServer server = new TestServer().withStalling("one", TestFiles.ONE)) {
            Attempt attempt = new Attempt(fetch(server.mirror(""), new RecordingListener()));
            server.stalled.await();

            attempt.interrupt();

            assertThat(attempt.failure)
                    .isInstanceOf(FetchException.class)
                    .hasMessage(
                            """
                            Fetching Test set was interrupted.
                            Fix: run this again; files that were complete are kept.\
                            """);
            assertThat(attempt.stillInterrupted).isTrue();
            assertThat(folder()).isDirectoryNotContaining(file -> !file.endsWith(".lock"));
            FetchLock.take(folder(), () -> {}).close();
        }
    }

    @Test
    void ends_the_wait_for_another_session() throws Exception {
        Files.createDirectories(folder());
        CountDownLatch waiting = new CountDownLatch(1);
        RecordingListener listener =
                new RecordingListener() {
                    @Override
                    public void note(String text) {
                        super.note(text);
                        waiting.countDown();
                    }
                };
        try (FetchLock lock = FetchLock.take(folder(), () -> {})) {
            assertThat(lock).isNotNull();
            Attempt attempt = new Attempt(fetch(new PlacedFiles(), listener));
            waiting.await();

            attempt.interrupt();

            assertThat(attempt.failure).hasMessageStartingWith("Fetching Test set was interrupted");
            assertThat(listener.notes)
                    .containsExactly("Another session is fetching Test set; waiting for it.");
        }
    }

    @Test
    void gives_up_a_server_that_stops_sending() throws IOException {
        try (TestServer stalling = new TestServer().withStalling("one", TestFiles.ONE);
                TestServer good =
                        new TestServer().with("one", TestFiles.ONE).with("two", TestFiles.TWO)) {
            RecordingListener listener = new RecordingListener();
            FileSet set =
                    TestFiles.set(stalling.mirror("", Duration.ofSeconds(1)), good.mirror(""));

            new Fetch(set, cache, false, listener, FileOutputStream::new).folder();

            assertThat(listener.notes).containsExactly("localhost: stopped sending for 1 s");
            assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "others refuse what Linux leaves waiting")
    void gives_up_a_server_that_does_not_connect() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, here);
                TestServer good =
                        new TestServer().with("one", TestFiles.ONE).with("two", TestFiles.TWO)) {
            fill(queue, new InetSocketAddress(here, deaf.getLocalPort()));
            URI address = URI.create("http://localhost:" + deaf.getLocalPort() + "/");
            Source slow = new Mirror(address, "", Duration.ofSeconds(1), Duration.ofSeconds(50));
            RecordingListener listener = new RecordingListener();
            FileSet set = TestFiles.set(slow, good.mirror(""));

            new Fetch(set, cache, false, listener, FileOutputStream::new).folder();

            assertThat(listener.notes).containsExactly("localhost: did not connect within 1 s");
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    /** Connects until the server's queue takes no more. */
    private static void fill(List<Socket> queue, InetSocketAddress address) throws IOException {
        while (true) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(address, 300);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    private Fetch fetch(Source source, FetchListener listener) {
        return new Fetch(TestFiles.set(source), cache, false, listener, FileOutputStream::new);
    }

    private Path folder() {
        return cache.resolve("datasets").resolve("test");
    }

    /** A fetch on a thread of its own. */
    private static final class Attempt {
        private final Thread thread;
        private volatile Throwable failure;
        private volatile boolean stillInterrupted;

        Attempt(Fetch fetch) {
            thread =
                    new Thread(
                            () -> {
                                try {
                                    fetch.folder();
                                } catch (RuntimeException e) {
                                    failure = e;
                                    stillInterrupted = Thread.currentThread().isInterrupted();
                                }
                            });
            thread.start();
        }

        void interrupt() throws InterruptedException {
            thread.interrupt();
            thread.join();
        }
    }
}
