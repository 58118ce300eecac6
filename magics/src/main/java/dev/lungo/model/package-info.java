/**
 * Models: compile, fit, evaluate, predict, and what comes out of them.
 *
 * <p>{@link dev.lungo.model.Model} is the only mutable type of the library. The training loop
 * ({@code Training}) is written once, above the engine: epochs, shuffling, callbacks, progress and
 * interrupts are the same whatever computes.
 */
package dev.lungo.model;
