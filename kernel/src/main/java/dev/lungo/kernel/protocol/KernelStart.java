package dev.lungo.kernel.protocol;

import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.output.Streams;
import dev.lungo.kernel.wire.ConnectionFile;
import dev.lungo.kernel.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A kernel whose session opens already, and which does not listen yet.
 *
 * <p>The session takes longest. It is to begin before all else, so that its compiler warms up while
 * the sockets bind.
 */
public final class KernelStart {
    private final Streams streams = Streams.install();
    private final LiveNotebook notebook = LiveNotebook.open(streams);
    private final SessionStart session;

    private KernelStart(SessionOpener opener) {
        session = SessionStart.begin(opener, notebook);
    }

    /** Takes over System.out and err, and begins to open the session. */
    public static KernelStart begin(SessionOpener opener) {
        return new KernelStart(opener);
    }

    /**
     * Starts to listen.
     *
     * @param history the folder in which the sources of cells are kept; it need not exist
     * @throws IOException with one line for the user, when a port is taken
     */
    public Kernel listen(ConnectionFile connection, Path history) throws IOException {
        return Kernel.listening(Wire.open(connection), streams, notebook, session, history);
    }

    /** Gives System.out and err back, for the reason why there will be no kernel. */
    public void giveUp() {
        streams.close();
    }
}
