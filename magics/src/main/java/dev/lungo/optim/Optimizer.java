package dev.lungo.optim;

/** How weights are moved after each batch. */
public sealed interface Optimizer permits Adam {
    /** The step size at the start. */
    double learningRate();
}
