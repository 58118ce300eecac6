package dev.lungo.model;

import dev.lungo.chart.TrainingCard;
import dev.lungo.display.Output;
import dev.lungo.display.Throttle;
import java.util.ArrayList;
import java.util.List;

/** Where the state of a training is shown while it runs. */
interface TrainingDisplay extends AutoCloseable {
    /** The training has come this far. */
    void show(TrainingCard card);

    @Override
    void close();

    /** One card that grows in a notebook, a line for each epoch in a terminal, or nothing. */
    static TrainingDisplay of(FitOptions options) {
        if (options.isQuiet()) {
            return new Silent();
        }
        Output output = Output.current();
        return output.rich() ? new LiveCard(output) : new Lines(options.logEvery());
    }

    /** Shows nothing. */
    final class Silent implements TrainingDisplay {
        @Override
        public void show(TrainingCard card) {}

        @Override
        public void close() {}
    }

    /** One display, replaced at most five times a second. */
    final class LiveCard implements TrainingDisplay {
        private final Output output;
        private final Throttle<TrainingCard> throttle = new Throttle<>(this::put);
        private Output.Shown shown;

        LiveCard(Output output) {
            this.output = output;
        }

        @Override
        public void show(TrainingCard card) {
            throttle.offer(card);
        }

        private void put(TrainingCard card) {
            if (shown == null) {
                shown = output.show(card);
            } else {
                shown.update(card);
            }
        }

        @Override
        public void close() {
            throttle.close();
        }
    }

    /** Keras' lines, printed when an epoch is done. */
    final class Lines implements TrainingDisplay {
        private final int every;
        private boolean begun;
        private int printed;
        private int told;

        Lines(int every) {
            this.every = every;
        }

        @Override
        public void show(TrainingCard card) {
            if (!begun) {
                begun = true;
                System.out.println(String.join(", ", heading(card)));
                told = card.notes().size();
            }
            for (; printed < card.seconds().size(); printed++) {
                if ((printed + 1) % every == 0) {
                    System.out.println(card.lines(printed + 1));
                }
            }
            // What was noted on the way: why it ended, or that the loss is no number.
            for (; told < card.notes().size(); told++) {
                if (card.status() != TrainingCard.Status.FAILED) {
                    System.out.println(card.notes().get(told));
                }
            }
        }

        private static List<String> heading(TrainingCard card) {
            List<String> heading = new ArrayList<>(List.of(card.engine()));
            heading.addAll(card.notes());
            return heading;
        }

        @Override
        public void close() {}
    }
}
