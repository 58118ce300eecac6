package dev.lungo.kernel.protocol;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs cells, and what widgets send between them, one after the other on a thread of its own.
 *
 * <p>After a cell that failed, the cells that wait already are not run.
 */
final class Cells {
    private static final System.Logger LOG = System.getLogger(Cells.class.getName());

    /** What waits; {@code handler} is null for a cell. */
    private record Work(Request request, Handler handler) {}

    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private final Execute execute;
    private boolean goOn;
    private volatile boolean ended;

    Cells(Execute execute) {
        this.execute = execute;
    }

    void start(String name) {
        var thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
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

    private void work() {
        while (!ended) {
            try {
                run(waiting.take());
            } catch (InterruptedException late) {
                LOG.log(Level.DEBUG, "An interrupt came when its cell had ended", late);
            } catch (Throwable failed) {
                LOG.log(Level.WARNING, "A cell could not be answered", failed);
            }
        }
        abortWaiting();
    }

    private void run(Work work) {
        if (ended) {
            waiting.add(work);
        } else if (work.handler() != null) {
            work.request().answer(work.handler());
        } else {
            run(work.request());
        }
    }

    private void run(Request cell) {
        Thread.interrupted(); // meant for the cell before
        goOn = true;
        cell.answer(request -> goOn = execute.run(request));
        if (!goOn) {
            abortWaiting();
        }
    }

    private void abortWaiting() {
        var rest = new ArrayList<Work>();
        waiting.drainTo(rest);
        for (var work : rest) {
            if (work.handler() != null) {
                work.request().answer(work.handler());
            } else if (work.request() != null) {
                work.request().answer(it -> it.reply(Replies.aborted()));
            }
        }
    }
}
