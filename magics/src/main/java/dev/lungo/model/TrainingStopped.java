package dev.lungo.model;

import dev.lungo.LungoException;

/** A training that was interrupted; the model keeps the weights of the last finished step. */
public final class TrainingStopped extends LungoException {
    private static final long serialVersionUID = 1L;

    TrainingStopped(String message) {
        super(message);
    }
}
