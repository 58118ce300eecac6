package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several sessions that want the same files at once. */
@Timeout(120)
class FetchTwiceIT {
    @TempDir Path cache;

    @Test
    void two_threads_fetch_each_file_once() throws Exception {
        try (TestServer server = server()) {
            FileSet set = TestFiles.set(server.mirror(""));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(new Thread(() -> fetch(set, cache)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(server.asked).containsExactly("one", "two");
        }
    }

    @Test
    void two_processes_fetch_each_file_once() throws Exception {
        try (TestServer server = server()) {
            List<Process> processes =
                    List.of(start(server.address(), cache), start(server.address(), cache));
            for (Process process : processes) {
                String said = new String(process.getInputStream().readAllBytes());
                assertThat(process.waitFor()).as(said).isZero();
                assertThat(said).contains("fetched to " + cache);
            }

            assertThat(server.asked).containsExactly("one", "two");
        }
    }

    private static TestServer server() throws IOException {
        return new TestServer().with("one", TestFiles.ONE).with("two", TestFiles.TWO);
    }

    private static Path fetch(FileSet set, Path cache) {
        return new Fetch(set, cache, false, new RecordingListener(), FileOutputStream::new)
                .folder();
    }

    private static Process start(URI server, Path cache) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchTwiceIT.class.getName(),
                        server.toString(),
                        cache.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** The process that the test starts: fetches from the server into the cache. */
    public static void main(String[] arguments) {
        Mirror mirror =
                new Mirror(
                        URI.create(arguments[0]),
                        "",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30));
        Path folder = fetch(TestFiles.set(mirror), Path.of(arguments[1]));
        System.out.println("fetched to " + folder);
    }
}
