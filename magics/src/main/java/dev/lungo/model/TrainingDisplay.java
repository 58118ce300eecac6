package dev.lungo.model;

import dev.lungo.chart.TrainingCard;
import dev.lungo.display.Output;
import dev.lungo.display.Throttle;

/** Where the state of a training is shown while it runs. */
interface TrainingDisplay extends AutoCloseable {
    /** The training has come this far. */
    void show(TrainingCard card);

    @Override
    void close();

    /** One card that grows in a notebook, a line for each epoch in a terminal, or nothing. */
    static TrainingDisplay of(boolean quiet) {
        if (quiet) {
            return new Silent();
        }
        Output output = Output.current();
        return output.rich() ? new LiveCard(output) : new Lines();
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

    /** Keras' lines, printed when they are complete. */
    final class Lines implements TrainingDisplay {
        private int printed;

        @Override
        public void show(TrainingCard card) {
            // The last two lines belong to the epoch that still runs.
            boolean running = card.status() == TrainingCard.Status.RUNNING;
            if (running && card.seconds().size() * 2 <= printed) {
                return;
            }
            String[] lines = card.bundle().text().split("\n");
            int complete =
                    running ? Math.min(lines.length, card.seconds().size() * 2) : lines.length;
            for (; printed < complete; printed++) {
                System.out.println(lines[printed]);
            }
        }

        @Override
        public void close() {}
    }
}
