/**
 * Metrics: numbers that say how good a model is, shown beside the loss.
 *
 * <p>Immutable descriptions, named in {@code History} as Keras names them: {@code accuracy}, {@code
 * val_accuracy}.
 */
package dev.lungo.metric;
