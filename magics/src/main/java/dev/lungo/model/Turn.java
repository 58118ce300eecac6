package dev.lungo.model;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one thread at a time use a model, and one training. */
final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean training;

    /** Trains; refused while the model is being trained. */
    <T> T train(Supplier<T> work) {
        return use(
                "fit",
                () -> {
                    if (training) {
                        throw busy("fit");
                    }
                    training = true;
                    try {
                        return work.get();
                    } finally {
                        training = false;
                    }
                });
    }

    /** Changes the model; refused while it is being trained, in a callback too. */
    <T> T change(String call, Supplier<T> work) {
        return use(
                call,
                () -> {
                    if (training) {
                        throw busy(call);
                    }
                    return work.get();
                });
    }

    /** Does something else, also in a callback of the training itself. */
    <T> T use(String call, Supplier<T> work) {
        if (!lock.tryLock()) {
            if (training) {
                throw busy(call);
            }
            lock.lock();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private static ModelException busy(String call) {
        return new ModelException(
                call
                        + ": this model is being trained.\nReceived: a call of "
                        + call
                        + " before its fit has ended\nExpected: one use at a time\nFix: wait for"
                        + " that fit or stop it; models of their own can train beside each other.");
    }
}
