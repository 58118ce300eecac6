package dev.lungo.chart;

import dev.lungo.chart.TrainingCard.Status;

/** The one line that says where a training stands. */
final class TrainingTitle {
    private TrainingTitle() {}

    /** For example {@code epoch 3/5, 2.1 s/epoch, ETA 4 s}. */
    static String of(TrainingCard card) {
        int done = card.seconds().size();
        String position = "epoch " + card.epoch() + "/" + card.epochs();
        String pace = done == 0 ? "" : ", " + Numbers.seconds(sum(card) / done) + "/epoch";
        return switch (card.status()) {
            case RUNNING -> position + pace + left(card);
            case FINISHED ->
                    done
                            + (done == 1 ? " epoch in " : " epochs in ")
                            + Numbers.seconds(sum(card))
                            + (done == 1 ? "" : pace);
            case STOPPED -> "stopped " + (card.step() == 0 ? "after " : "in ") + position + pace;
            case FAILED -> "failed in " + position + pace;
        };
    }

    /** Whether the last note tells why the training ended. */
    static boolean endedEarly(TrainingCard card) {
        return card.status() == Status.STOPPED || card.status() == Status.FAILED;
    }

    /** How much of all epochs is done, 0 to 1. */
    static double share(TrainingCard card) {
        double epochs = card.seconds().size() + (double) card.step() / card.steps();
        return Math.min(1, epochs / card.epochs());
    }

    private static String left(TrainingCard card) {
        int done = card.seconds().size();
        if (done == 0 && card.step() == 0) {
            return ", starting";
        }
        double epoch =
                done > 0
                        ? card.seconds().get(done - 1)
                        : card.elapsed() * card.steps() / card.step();
        double left = epoch * (card.epochs() - done) - card.elapsed();
        return ", ETA " + Numbers.seconds(Math.max(0, left));
    }

    private static double sum(TrainingCard card) {
        return card.seconds().stream().mapToDouble(s -> s).sum();
    }
}
