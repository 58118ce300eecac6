package dev.lungo.kernel;

/**
 * Gives memory back that only the start needed: a third of the kernel's.
 *
 * <p>The heap is large enough at first that Java would otherwise keep that garbage until cells have
 * made as much again.
 */
final class StartGarbage {
    private static final int DELAY_MILLIS = 4000;

    private StartGarbage() {}

    /** Collects it once, when the kernel has had the time to start. */
    static void collectSoon() {
        var thread =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(DELAY_MILLIS);
                                System.gc();
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "lungo-garbage");
        thread.setDaemon(true);
        thread.start();
    }
}
