/**
 * Shapes, and later the one public tensor type.
 *
 * <p>Shapes are written as Keras writes them: height, width, channels, without the batch. Inside
 * the engine images are channels first; nothing outside it needs to know.
 */
package dev.lungo.tensor;
