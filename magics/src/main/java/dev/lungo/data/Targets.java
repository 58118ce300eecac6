package dev.lungo.data;

import java.util.List;

/**
 * What a model should say for each example: its class, its numbers, or nothing known.
 *
 * <p>Arrays are shared, not copied: treat them as read only.
 */
public sealed interface Targets permits Labels, Numbers, NoTargets, SeveralTargets {
    /** The targets of each output of a model; one unless they are several. */
    default List<Targets> each() {
        return List.of(this);
    }

    /** The number of examples. */
    int size();

    /** The targets of {@code size} examples from number {@code first} on, in the same array. */
    Targets part(int first, int size);

    /** The targets of these examples, in this order, as a copy. */
    Targets pick(int[] examples);

    /**
     * Each position of a sequence or picture as an example of its own.
     *
     * @param count the positions of one example
     */
    Targets positions(int count);
}
