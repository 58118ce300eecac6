package dev.lungo.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A small file set, to be fetched in place of a real one. */
final class TestFiles {
    static final byte[] ONE = "one ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    static final byte[] TWO = "two".getBytes(StandardCharsets.UTF_8);

    private TestFiles() {}

    static FileSet set(Source... sources) {
        return new FileSet(
                "Test set", "test", List.of(file("one", ONE), file("two", TWO)), List.of(sources));
    }

    static RemoteFile file(String name, byte[] content) {
        return new RemoteFile(name, content.length, sum(content));
    }

    static String sum(byte[] content) {
        Sha256 sum = new Sha256();
        sum.add(content, content.length);
        return sum.hex();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
