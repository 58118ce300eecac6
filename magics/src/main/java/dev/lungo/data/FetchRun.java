package dev.lungo.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** One round of asking source after source for the files that are missing. */
final class FetchRun implements Source.Receiver {
    private final FileSet set;
    private final Path folder;
    private final FetchListener listener;
    private final Store store;
    private final List<RemoteFile> missing = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private boolean started;
    private long done;

    /** A round by the holder of the folder's lock. */
    FetchRun(FileSet set, Path folder, FetchListener listener, Store store) {
        this.set = set;
        this.folder = folder;
        this.listener = listener;
        this.store = store;
    }

    void run(boolean offline) throws IOException, InterruptedException {
        findMissing();
        if (missing.isEmpty()) {
            return;
        }
        try {
            for (Source source : set.sources()) {
                if (source.online() && offline) {
                    reasons.add(source.name() + ": not asked, because LUNGO_OFFLINE is set");
                } else if (!missing.isEmpty()) {
                    ask(source);
                }
            }
        } finally {
            if (started) {
                listener.end();
            }
        }
        if (!missing.isEmpty()) {
            throw FetchException.failed(set, folder, reasons);
        }
    }

    private void findMissing() throws IOException {
        for (RemoteFile file : set.files()) {
            Path copy = folder.resolve(file.name());
            if (!Files.isRegularFile(copy)) {
                missing.add(file);
                continue;
            }
            Optional<String> damage = file.damage(copy);
            if (damage.isPresent()) {
                missing.add(file);
                reasons.add("the copy in the cache: " + file.name() + " " + damage.get());
            }
        }
    }

    private void ask(Source source) throws IOException, InterruptedException {
        try {
            if (source.online()) {
                start();
            }
            source.fetch(List.copyOf(missing), folder, this);
        } catch (DiskException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            String reason = source.name() + ": " + why(e);
            reasons.add(reason);
            if (started) {
                listener.note(reason);
                listener.at(done);
            }
        }
    }

    private static String why(IOException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        boolean archive = e instanceof ZipException || e instanceof EOFException;
        return archive ? "has a damaged archive, " + message : message;
    }

    /** Shows a bar once there is something to wait for, and what made it necessary. */
    private void start() {
        if (!started) {
            started = true;
            listener.start(set.title(), missing.stream().mapToLong(RemoteFile::size).sum());
            reasons.forEach(listener::note);
        }
    }

    @Override
    public void receive(RemoteFile file, InputStream content) throws IOException {
        start();
        long before = done;
        store.put(file, content, written -> listener.at(before + written));
        done += file.size();
        missing.remove(file);
    }
}
