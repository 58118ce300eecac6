package dev.lungo.model;

import dev.lungo.engine.Network;

/**
 * How a training calls the engine: for how many batches at a time, and with which threads.
 *
 * <p>Calls are so long that they cost nothing and so short that an interrupt is seen soon and the
 * picture moves: about 75 ms. Neither choice of batches changes a digit of the result.
 */
final class Pace {
    private static final double CALL_SECONDS = 0.075;

    private final Network network;
    private final Threads threads;
    private final boolean oneByOne;
    private final Neighbours neighbours = new Neighbours();
    private int batches = 1;
    private boolean looking;
    private long began;

    /**
     * The pace of one training.
     *
     * @param oneByOne whether each batch needs a call of its own
     */
    Pace(Network network, Threads threads, boolean oneByOne) {
        this.network = network;
        this.threads = threads;
        this.oneByOne = oneByOne;
    }

    /** Batches of the next call. */
    int batches() {
        return threads.isRisky() ? Math.max(1, batches / 4) : batches;
    }

    /** A call begins. */
    void begin() {
        network.threads(threads.way().count(), threads.way().awake());
        looking = threads.isLooking();
        if (looking) {
            neighbours.begin();
        }
        began = System.nanoTime();
    }

    /** The call for this many batches has ended. */
    void end(int done) {
        double seconds = (System.nanoTime() - began) / 1e9 / done;
        if (looking) {
            neighbours.end();
        }
        threads.measured(seconds, neighbours.areQuiet());
        if (!oneByOne) {
            // The first calls are slow, while the script is being compiled: grow by doubling.
            double fitting = CALL_SECONDS / Math.max(1e-6, seconds);
            batches = (int) Math.max(1, Math.min(fitting, 2.0 * batches));
        }
    }

    /** The training is over: no thread stays awake. */
    void finish() {
        network.threads(threads.way().count());
    }
}
