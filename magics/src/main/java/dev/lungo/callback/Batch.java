package dev.lungo.callback;

import java.util.Map;

/**
 * One finished batch.
 *
 * @param epoch the epoch it belongs to, counted from 1 since the model was made
 * @param number its number in the epoch, counted from 1
 * @param batches how many batches the epoch has
 * @param values figures over this epoch so far, by name: loss, accuracy
 */
public record Batch(int epoch, int number, int batches, Map<String, Double> values) {
    /** One figure by name; NaN when there is none of that name. */
    public double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
