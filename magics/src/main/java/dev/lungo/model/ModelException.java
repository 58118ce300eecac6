package dev.lungo.model;

import dev.lungo.LungoException;

/** A model used in a way it cannot serve: not compiled, or given data it was not made for. */
public final class ModelException extends LungoException {
    private static final long serialVersionUID = 1L;

    ModelException(String message) {
        super(message);
    }
}
