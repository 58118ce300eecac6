package dev.lungo.tensor;

import dev.lungo.LungoException;

/** What is said when there is no gradient to be had. */
final class Gradients {
    private Gradients() {}

    static void check(Tensor number, Tensor... variables) {
        if (number.shape().elements() != 1) {
            throw LungoException.badInput(
                    "Only one number has a gradient.",
                    "a tensor " + Sizes.text(number.shape()),
                    "a tensor with one value, such as a loss",
                    "reduce it first, for example with mean() or sum().");
        }
        if (!number.learns()) {
            throw LungoException.badInput(
                    "This number depends on no variable.",
                    number,
                    "a number computed from a variable",
                    "make what is to be learned with variable(...), and compute the number from it,"
                            + " without detach() on the way.");
        }
        for (Tensor variable : variables) {
            if (!variable.learns()) {
                throw LungoException.badInput(
                        "A gradient is taken with respect to a variable.",
                        variable.outline() + ", which is none",
                        "a variable",
                        "make it with variable(...) before computing with it.");
            }
        }
    }

    static LungoException noPart() {
        return LungoException.badInput(
                "A variable has no part in this number.",
                "a variable that the number was not computed from",
                "variables that it was computed from",
                "leave that variable out, or use it in the computation.");
    }
}
