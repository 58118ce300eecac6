package dev.lungo.kernel.protocol;

import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Runs cells one after the other; after a failure, those that wait already are not run. */
final class Cells {
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Execute execute;
    private boolean goOn;

    Cells(Execute execute) {
        this.execute = execute;
    }

    void start() {
        var thread = new Thread(this::work, "lungo-cells");
        thread.setDaemon(true);
        thread.start();
    }

    void add(Request cell) {
        waiting.add(cell);
    }

    private void work() {
        while (true) {
            try {
                run(waiting.take());
            } catch (InterruptedException late) {
                // An interrupt that came when its cell had ended already: the next cell must run.
                continue;
            }
        }
    }

    private void run(Request cell) {
        Thread.interrupted(); // meant for the cell before
        goOn = true;
        cell.answer(request -> goOn = execute.run(request));
        if (!goOn) {
            var aborted = new ArrayList<Request>();
            waiting.drainTo(aborted);
            aborted.forEach(request -> request.answer(it -> it.reply(Replies.aborted())));
        }
    }
}
