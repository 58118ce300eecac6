package dev.lungo.weight;

import java.util.Map;

/**
 * What a file gives a model.
 *
 * @param values every weight by our name, in our layout
 * @param sources for each layer, in the model's order, its name in the file
 */
public record Taken(Map<String, float[]> values, Map<String, String> sources) {}
