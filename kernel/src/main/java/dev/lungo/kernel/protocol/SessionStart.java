package dev.lungo.kernel.protocol;

import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The session that opens in the background. */
final class SessionStart {
    private final CompletableFuture<Session> opening = new CompletableFuture<>();

    private SessionStart() {}

    static SessionStart begin(SessionOpener opener, LiveNotebook notebook) {
        var start = new SessionStart();
        var thread = new Thread(() -> start.open(opener, notebook), "lungo-start");
        thread.setDaemon(true);
        thread.start();
        return start;
    }

    private void open(SessionOpener opener, LiveNotebook notebook) {
        try {
            opening.complete(opener.open(notebook));
        } catch (Throwable failed) {
            opening.completeExceptionally(failed);
        }
    }

    /**
     * The session, waited for.
     *
     * @throws IllegalStateException when it could not be opened
     */
    Session session() {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            var cause = failed.getCause();
            throw new IllegalStateException("The Java session could not start: " + cause, cause);
        }
    }

    /** The session, when it is there already. */
    Optional<Session> ready() {
        return opening.isDone() && !opening.isCompletedExceptionally()
                ? Optional.of(opening.join())
                : Optional.empty();
    }
}
