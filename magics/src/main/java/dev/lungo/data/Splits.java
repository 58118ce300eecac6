package dev.lungo.data;

/**
 * A data set in its two usual parts.
 *
 * <pre>{@code
 * var mnist = mnist();
 * model.fit(mnist.train(), f -> f.epochs(5));
 * model.evaluate(mnist.test())
 * }</pre>
 *
 * @param train the examples to learn from
 * @param test the examples to judge by, never seen in training
 */
public record Splits(Dataset train, Dataset test) {
    @Override
    public String toString() {
        return "train: " + train + "\ntest:  " + test;
    }
}
