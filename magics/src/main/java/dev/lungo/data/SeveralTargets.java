package dev.lungo.data;

import java.util.List;

/**
 * What a model that has several outputs should say, of each example in each output.
 *
 * @param each the targets of each output
 */
public record SeveralTargets(List<Targets> each) implements Targets {
    public SeveralTargets {
        each = List.copyOf(each);
    }

    /** Several, or the one there is. */
    static Targets of(List<Targets> each) {
        return each.size() == 1 ? each.get(0) : new SeveralTargets(each);
    }

    @Override
    public int size() {
        return each.get(0).size();
    }

    @Override
    public SeveralTargets part(int first, int size) {
        return new SeveralTargets(each.stream().map(one -> one.part(first, size)).toList());
    }

    @Override
    public SeveralTargets pick(int[] examples) {
        return new SeveralTargets(each.stream().map(one -> one.pick(examples)).toList());
    }

    @Override
    public Targets positions(int count) {
        throw new IllegalArgumentException("positions of " + each.size() + " outputs");
    }
}
