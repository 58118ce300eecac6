package dev.lungo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Packed files that the reader has put into the data set's folder by hand. */
record PlacedFiles() implements Source {
    @Override
    public String name() {
        return "a file placed there by hand";
    }

    @Override
    public boolean online() {
        return false;
    }

    @Override
    public void fetch(List<RemoteFile> files, Path folder, Receiver receiver) throws IOException {
        for (RemoteFile file : files) {
            Path packed = folder.resolve(file.name() + ".gz");
            if (Files.isRegularFile(packed)) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
                    receiver.receive(file, in);
                }
            }
        }
    }
}
