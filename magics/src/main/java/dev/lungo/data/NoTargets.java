package dev.lungo.data;

/**
 * Examples of which nothing is known but themselves: to predict, not to learn from.
 *
 * @param size the number of examples
 */
public record NoTargets(int size) implements Targets {
    @Override
    public NoTargets part(int first, int size) {
        return new NoTargets(size);
    }

    @Override
    public NoTargets pick(int[] examples) {
        return new NoTargets(examples.length);
    }

    @Override
    public NoTargets positions(int count) {
        return new NoTargets(size * count);
    }
}
