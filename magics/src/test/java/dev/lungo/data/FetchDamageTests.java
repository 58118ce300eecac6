package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Downloads and cached files that are not what they should be. */
class FetchDamageTests extends FetchTesting {
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
}
