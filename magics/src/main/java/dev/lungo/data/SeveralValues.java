package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * The inputs of a model that has several, an example in each of them at the same place.
 *
 * @param each the values of each input
 */
public record SeveralValues(List<Values> each) implements Values {
    public SeveralValues {
        each = List.copyOf(each);
    }

    /** Several, or the one there is. */
    static Values of(List<Values> each) {
        return each.size() == 1 ? each.get(0) : new SeveralValues(each);
    }

    @Override
    public int offset() {
        throw one();
    }

    @Override
    public int size() {
        return each.get(0).size();
    }

    @Override
    public Shape shape() {
        throw one();
    }

    @Override
    public String type() {
        return String.join(", ", each.stream().map(Values::type).toList());
    }

    @Override
    public SeveralValues part(int first, int size) {
        return new SeveralValues(each.stream().map(values -> values.part(first, size)).toList());
    }

    @Override
    public SeveralValues pick(int[] examples) {
        return new SeveralValues(each.stream().map(values -> values.pick(examples)).toList());
    }

    @Override
    public Values shaped(Shape shape) {
        throw one();
    }

    private LungoException one() {
        return LungoException.badInput(
                "These examples have several inputs, and each has a shape of its own.",
                each.size() + " inputs",
                "one input",
                "reshape or read each input before data(List.of(..), ..), or use"
                        + " inputs().each().");
    }
}
