package dev.lungo.callback;

import java.util.Map;

/**
 * One finished epoch.
 *
 * @param number counted from 1 since the model was made
 * @param values its figures by name: loss, accuracy, val_loss, val_accuracy
 * @param seconds how long it took
 */
public record Epoch(int number, Map<String, Double> values, double seconds) {
    /** One figure by name; NaN when the epoch has none of that name. */
    public double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }
}
