package dev.lungo.layer;

import dev.lungo.tensor.Shape;

/**
 * What flows between the layers of a model that is not one line: an input, or what a layer makes of
 * other branches.
 *
 * <pre>{@code
 * var x = input(28, 28, 1);
 * var h = conv2d(16, 3).same().relu().of(x);
 * model(x, dense(10).softmax().of(flatten().of(concatenate(x, h))))
 * }</pre>
 */
public sealed interface Branch permits Input, Applied {
    /** What it holds for one example. */
    Shape shape();
}
