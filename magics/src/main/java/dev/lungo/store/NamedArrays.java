package dev.lungo.store;

import java.util.Map;

/**
 * Arrays as a file has them.
 *
 * @param byName all of them
 * @param ordered whether layers that are alike come in their order in the model
 */
public record NamedArrays(Map<String, FloatArray> byName, boolean ordered) {}
