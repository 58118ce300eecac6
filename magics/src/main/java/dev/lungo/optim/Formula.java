package dev.lungo.optim;

/** Whose arithmetic an optimizer follows; both call it by the same name. */
public enum Formula {
    /** Keras 3: the default. */
    KERAS,
    /** PyTorch 2. */
    PYTORCH
}
