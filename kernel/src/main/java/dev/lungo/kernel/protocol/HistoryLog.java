package dev.lungo.kernel.protocol;

import dev.lungo.kernel.wire.KernelLog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was run in this session and in earlier ones. */
final class HistoryLog {
    private static final System.Logger LOG = KernelLog.of(HistoryLog.class);

    private final HistoryFiles files;
    private final Map<Integer, HistoryEntry> entries = new TreeMap<>();
    private int session;
    private boolean onDisk = true;

    HistoryLog(HistoryFiles files) {
        this.files = files;
    }

    /** The number of this session, which another kernel may take before the first cell does. */
    synchronized int session() {
        return session > 0 ? session : files.newest() + 1;
    }

    /** Keeps a cell, before it runs: one that ends the process should be found again. */
    synchronized void ran(int line, String source) {
        begin();
        keep(new HistoryEntry(session, line, source, null));
    }

    /** Keeps the result of a cell that is kept already. */
    synchronized void gave(int line, String output) {
        keep(new HistoryEntry(session, line, entries.get(line).source(), output));
    }

    private void keep(HistoryEntry entry) {
        entries.put(entry.line(), entry);
        store(() -> files.append(entry));
    }

    private void begin() {
        if (session == 0) {
            session = session();
            store(() -> session = files.create());
        }
    }

    private interface Storing {
        void run() throws IOException;
    }

    private void store(Storing storing) {
        if (onDisk) {
            try {
                storing.run();
            } catch (IOException refused) {
                onDisk = false;
                LOG.log(Level.WARNING, "The history is not kept: " + refused);
            }
        }
    }

    /** The cells of one session; none when it is unknown. */
    synchronized List<HistoryEntry> of(int number) {
        return number == session() ? List.copyOf(entries.values()) : files.read(number);
    }

    /** The newest cells of all sessions, at least {@code most} when there are as many. */
    synchronized List<HistoryEntry> newest(int most) {
        var found = new ArrayList<>(of(session()));
        for (int number : files.newestFirst()) {
            if (found.size() >= most) {
                break;
            }
            if (number != session()) {
                found.addAll(0, files.read(number));
            }
        }
        return found;
    }
}
