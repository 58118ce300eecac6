package dev.lungo.kernel;

/** Ends the process, whatever its threads are doing. */
final class ProcessEnd {
    /** How long shutdown hooks of libraries may take. */
    private static final int GRACE_MILLIS = 2000;

    private ProcessEnd() {}

    /** Exits, and halts when that takes too long. */
    static void now(int status) {
        haltSoon(status);
        System.exit(status);
    }

    /** Lets the process run on for two more seconds at most. */
    static void haltSoon(int status) {
        var thread =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(GRACE_MILLIS);
                            } catch (InterruptedException hurry) {
                                Thread.currentThread().interrupt();
                            }
                            Runtime.getRuntime().halt(status);
                        },
                        "lungo-end");
        thread.setDaemon(true);
        thread.start();
    }
}
