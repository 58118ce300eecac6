/**
 * Optimizers: how weights follow their gradients.
 *
 * <p>Immutable descriptions with Keras' formulas and defaults; the engine does the arithmetic.
 */
package dev.lungo.optim;
