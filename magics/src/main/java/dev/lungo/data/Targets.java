package dev.lungo.data;

/**
 * What a model should say for each example: its class, its numbers, or nothing known.
 *
 * <p>Arrays are shared, not copied: treat them as read only.
 */
public sealed interface Targets permits Labels, Numbers, NoTargets {
    /** The number of examples. */
    int size();

    /** The targets of {@code size} examples from number {@code first} on, in the same array. */
    Targets part(int first, int size);

    /** The targets of these examples, in this order, as a copy. */
    Targets pick(int[] examples);
}
