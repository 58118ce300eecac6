/**
 * A model's weights as Keras and PyTorch name them and lay them out.
 *
 * <p>{@link dev.lungo.weight.KerasWeight} and {@link dev.lungo.weight.TorchModule} say how each
 * array looks there; {@link dev.lungo.weight.KerasNames} and {@link dev.lungo.weight.TorchNames}
 * find out which array of a file belongs to which layer, or say why it cannot be known.
 */
package dev.lungo.weight;
