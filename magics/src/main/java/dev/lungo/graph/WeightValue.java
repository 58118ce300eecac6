package dev.lungo.graph;

/**
 * A weight by itself, for a lambda that computes with it.
 *
 * @param weight the weight; there is no batch
 */
public record WeightValue(Weight weight) implements Operation {}
