package dev.lungo.kernel.protocol;

import dev.lungo.kernel.session.Completeness;
import dev.lungo.kernel.session.Completeness.Status;
import dev.lungo.kernel.session.Completion;
import dev.lungo.kernel.session.Outcome;
import dev.lungo.kernel.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A session whose cells are written in the test. */
final class FakeSession implements Session {
    private final Map<String, Callable<Object>> cells = new ConcurrentHashMap<>();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /** What a cell with this source does; what it returns is its value. */
    FakeSession on(String source, Callable<Object> cell) {
        cells.put(source, cell);
        return this;
    }

    @Override
    public Outcome run(String source, int cell) {
        running.add(Thread.currentThread());
        try {
            return new Outcome.Done(cells.getOrDefault(source, () -> null).call());
        } catch (Exception failed) {
            var name = failed.getClass().getSimpleName();
            var trace = List.of(name, "  cell " + cell + ", line 1");
            return new Outcome.Failed(name, String.valueOf(failed.getMessage()), trace);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    @Override
    public void attend(Callback callback) throws Exception {
        callback.run();
    }

    @Override
    public void interrupt(Predicate<Thread> threads) {
        running.stream().filter(threads).forEach(Thread::interrupt);
    }

    @Override
    public Completion complete(String source, int cursor) {
        return new Completion(cursor - 1, cursor, List.of(source.substring(cursor - 1) + "!"));
    }

    @Override
    public Optional<String> inspect(String source, int cursor) {
        return cursor == 0 || source.equals("nothing")
                ? Optional.empty()
                : Optional.of(source.substring(0, cursor));
    }

    @Override
    public Completeness completeness(String source) {
        return source.endsWith("{")
                ? new Completeness(Status.INCOMPLETE, "    ")
                : new Completeness(Status.COMPLETE, "");
    }

    @Override
    public void close() {}
}
