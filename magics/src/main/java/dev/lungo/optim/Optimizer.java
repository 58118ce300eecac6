package dev.lungo.optim;

/**
 * How weights are moved after each batch; the formulas and defaults are Keras', PyTorch's on
 * request.
 */
public sealed interface Optimizer
        permits Adam, AdamW, Adamax, Nadam, Lion, Sgd, RmsProp, AdaGrad, AdaDelta {
    /** Learning rate, weight decay, clipping and formula: what every optimizer has. */
    Tuning tuning();
}
