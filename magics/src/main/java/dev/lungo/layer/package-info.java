/**
 * The layers a model is made of: immutable descriptions that need no engine.
 *
 * <p>A layer checks what it gets ({@link dev.lungo.layer.Layer#misfit}) and lowers itself to
 * operations ({@link dev.lungo.layer.Layer#build}). {@link dev.lungo.layer.Stack} puts layers one
 * after the other and reports the first that does not fit. To add a layer: one record here, one
 * method in the facade, one test.
 */
package dev.lungo.layer;
