package dev.lungo.metric;

/** A number that is followed during training, but not trained on. */
public interface Metric {
    /** The name under which values are kept, as in Keras: {@code accuracy}. */
    String name();

    /** Begins to measure: an epoch, or a test. */
    Tally begin();
}
