package dev.lungo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file to fetch: its name, and what it must hold once it is unpacked.
 *
 * @param name the file's name, without {@code .gz}
 * @param size its size in bytes, unpacked
 * @param sha256 the SHA-256 of its unpacked bytes, in lower-case hex
 */
record RemoteFile(String name, long size, String sha256) {
    private static final int BUFFER = 1 << 16;

    /** What is wrong with a copy on disk, or nothing when every byte is right. */
    Optional<String> damage(Path copy) throws IOException {
        if (Files.size(copy) != size) {
            return damage(Files.size(copy), "");
        }
        Sha256 sum = new Sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(copy)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.add(buffer, n);
            }
        }
        return damage(size, sum.hex());
    }

    /** What is wrong with content of this size and SHA-256. */
    Optional<String> damage(long foundSize, String foundSum) {
        if (foundSize != size) {
            String text =
                    foundSize > size
                            ? "has more than the expected %2$,d bytes"
                            : "has %,d bytes, expected %,d";
            return Optional.of(String.format(Locale.ROOT, text, foundSize, size));
        }
        return foundSum.equals(sha256)
                ? Optional.empty()
                : Optional.of("has SHA-256 " + foundSum + ", expected " + sha256);
    }
}
