package dev.lungo.kernel.protocol;

import dev.lungo.kernel.session.CellThread;
import dev.lungo.kernel.session.Outcome;
import dev.lungo.kernel.wire.KernelLog;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/**
 * Runs cells, and what widgets send between them, one after the other on a thread of its own.
 *
 * <p>After a cell that failed, the cells that wait already are not run.
 */
final class Cells {
    private static final System.Logger LOG = KernelLog.of(Cells.class);

    /** What waits; {@code handler} is null for a cell. */
    private record Work(Request request, Handler handler) {}

    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private final Execute execute;
    private final String name;
    private volatile Request running;
    private volatile Thread busy;
    private volatile boolean ended;

    /** Cells whose threads have this name. */
    Cells(String name, Execute execute) {
        this.name = name;
        this.execute = execute;
    }

    void start() {
        new Worker().start();
    }

    /** Runs a cell in its turn. */
    void add(Request cell) {
        add(cell, null);
    }

    /** Lets {@code handler} answer, in turn with the cells. */
    void add(Request request, Handler handler) {
        waiting.add(new Work(request, handler));
    }

    /** Ends the thread after the cell that runs; cells that wait are aborted. */
    void end() {
        ended = true;
        waiting.add(new Work(null, null));
    }

    private void work(Worker worker) {
        while (!ended && !worker.isLeftBehind()) {
            try {
                run(worker, waiting.take());
            } catch (InterruptedException late) {
                LOG.log(Level.DEBUG, "An interrupt came when its cell had ended", late);
            } catch (Throwable failed) {
                LOG.log(Level.WARNING, "A cell could not be answered", failed);
            }
        }
        if (ended) {
            abort(work -> true);
        }
    }

    private void run(Worker worker, Work work) {
        if (ended) {
            waiting.add(work);
            return;
        }
        Thread.interrupted(); // meant for the cell before
        running = work.request();
        busy = worker;
        try {
            work.request()
                    .answer(
                            work.handler() != null
                                    ? work.handler()
                                    : request -> runCell(worker, request));
        } finally {
            // One that was left behind has a successor, which may be busy.
            if (busy == worker) {
                busy = null;
            }
        }
    }

    /** Whether a cell, or what a widget sent, is at work. */
    boolean isBusy() {
        return busy != null;
    }

    /** Whether the cells that are at work run on this thread. */
    boolean runsOn(Thread thread) {
        return thread == busy;
    }

    private void runCell(Worker worker, Request cell) {
        boolean goOn = execute.run(cell);
        if (!goOn && !worker.isLeftBehind()) {
            abortBehind(cell);
        }
    }

    /** Where cells run until one of them cannot be stopped. */
    private final class Worker extends CellThread {
        Worker() {
            super(name);
        }

        @Override
        public void run() {
            work(this);
        }

        @Override
        protected void leftBehind(Outcome.Failed instead) {
            busy = null;
            boolean goOn = execute.leaveBehind(running, instead);
            running.end();
            if (!goOn) {
                abortBehind(running);
            }
            Cells.this.start();
        }
    }

    /** Aborts what waited when a cell failed, not what was sent in the knowledge of that. */
    private void abortBehind(Request failed) {
        abort(work -> work.request() != null && work.request().cameBeforeAnswerTo(failed));
    }

    private void abort(Predicate<Work> which) {
        var aborted = waiting.stream().filter(which).toList();
        waiting.removeAll(aborted);
        for (var work : aborted) {
            if (work.handler() != null) {
                work.request().answer(work.handler());
            } else if (work.request() != null) {
                work.request().answer(it -> it.reply(Replies.aborted()));
            }
        }
    }
}
