/**
 * What runs models: an engine turns a graph into a network that trains and predicts.
 *
 * <p>The training loop, its history and its pictures stand above this line and are written once; an
 * engine only runs "these batches, with this rate" and returns numbers. {@link
 * dev.lungo.engine.EngineProvider}s are found by ServiceLoader.
 */
package dev.lungo.engine;
