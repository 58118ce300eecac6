/**
 * Losses: how far predictions are from the truth, as one number to make small.
 *
 * <p>Immutable descriptions; the engine computes them in their safe form, from logits where the
 * model ends with softmax.
 */
package dev.lungo.loss;
