/**
 * PyTorch through DJL, with the whole training loop inside libtorch.
 *
 * <p>{@link dev.lungo.engine.torchscript.ScriptText} writes the model and its loop as TorchScript,
 * {@code ScriptArchive} packs it as libtorch's own file format, and {@code ScriptNetwork} calls it
 * for many batches at a time. A batch never visits Java.
 */
package dev.lungo.engine.torchscript;
