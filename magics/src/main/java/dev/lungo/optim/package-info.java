/**
 * Optimizers: how weights follow their gradients, and how fast.
 *
 * <p>Immutable descriptions with Keras' formulas and defaults, PyTorch's after {@code .pytorch()};
 * the engine does the arithmetic. A {@link dev.lungo.optim.Schedule} gives each step its rate, in
 * plain Java.
 */
package dev.lungo.optim;
