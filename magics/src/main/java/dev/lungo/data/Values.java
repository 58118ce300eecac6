package dev.lungo.data;

import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * The inputs of a data set: a part of one shared array, example after example.
 *
 * <p>The array is shared, not copied: treat it as read only. Example {@code i} starts at {@code
 * offset() + i * shape().elements()}, in the order height, width, channels.
 */
public sealed interface Values permits ByteValues, FloatValues, SeveralValues {
    /** The values of each input of a model; one unless they are several. */
    default List<Values> each() {
        return List.of(this);
    }

    /** Where in the array the first example starts. */
    int offset();

    /** The number of examples. */
    int size();

    /** The shape of one example. */
    Shape shape();

    /** The numbers' type as users know it: {@code uint8} or {@code float32}. */
    String type();

    /** {@code size} examples from number {@code first} on, in the same array. */
    Values part(int first, int size);

    /** These examples, in this order, as a copy. */
    Values pick(int[] examples);

    /** The same numbers, each example in another shape of as many. */
    Values shaped(Shape shape);

    /** The number of values in all examples. */
    default int length() {
        return size() * shape().elements();
    }
}
