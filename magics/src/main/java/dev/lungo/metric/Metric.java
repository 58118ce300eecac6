package dev.lungo.metric;

/** A number that is followed during training, but not trained on. */
public sealed interface Metric permits Accuracy {
    /** The name under which values are kept, as in Keras: {@code accuracy}. */
    String name();
}
