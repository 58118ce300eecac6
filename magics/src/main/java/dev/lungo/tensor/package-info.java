/**
 * Tensors and their shapes: {@code tensor(1, 2, 3).mul(2).sum()}.
 *
 * <p>A {@link dev.lungo.tensor.Tensor}'s functions stand in one file a family and are computed by
 * the engine at once. In a lambda of a layer a {@link dev.lungo.tensor.Trace} writes them into the
 * model instead. The shape of one example is written as Keras writes it, without the batch; inside
 * the engine images are channels first, which nothing outside it needs to know.
 */
package dev.lungo.tensor;
