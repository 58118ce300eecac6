/**
 * A model as a small list of typed operations, with the weights they need.
 *
 * <p>Layers lower themselves to {@link dev.lungo.graph.Operation}s through a {@link
 * dev.lungo.graph.GraphBuilder}; engines turn a {@link dev.lungo.graph.Graph} into something that
 * runs. Plain data: nothing here touches native code.
 */
package dev.lungo.graph;
