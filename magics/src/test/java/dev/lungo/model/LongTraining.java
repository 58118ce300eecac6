package dev.lungo.model;

/** A training in a process of its own, to be killed by a test; prints its losses at the end. */
final class LongTraining {
    private LongTraining() {}

    /** The checkpoint file, and after which epoch to wait for the end of the world; 0 for never. */
    public static void main(String[] arguments) {
        int stop = Integer.parseInt(arguments[1]);
        History history =
                Small.model()
                        .fit(
                                Pictures.of(400),
                                f ->
                                        f.epochs(6)
                                                .seed(11)
                                                .quiet()
                                                .checkpoint(arguments[0])
                                                .resume(arguments[0])
                                                .onBatch(batch -> waitIn(batch.epoch(), stop)));
        System.out.println(history.values("loss"));
    }

    private static void waitIn(int epoch, int stop) {
        if (epoch == stop + 1 && stop > 0) {
            System.out.println("waiting");
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
