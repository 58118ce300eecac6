/**
 * How descriptions and numbers become files, and come back.
 *
 * <p>{@link dev.lungo.store.RecordJson} writes any record as JSON from its components, so that a
 * new layer or optimizer needs no code to be saved; {@link dev.lungo.store.Safetensors} holds
 * numbers; {@link dev.lungo.store.KerasFile} and {@link dev.lungo.store.TorchFile} read those of
 * others; {@link dev.lungo.store.WholeFile} replaces a file at once or not at all.
 */
package dev.lungo.store;
