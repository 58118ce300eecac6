package dev.lungo.optim;

/** How weights are moved after each batch; the formulas and defaults are Keras'. */
public sealed interface Optimizer permits Adam, AdamW, Sgd, RmsProp, AdaGrad {
    /** The step size at the start. */
    double learningRate();
}
