package dev.lungo.model;

import dev.lungo.LungoException;

/** Refuses null, which in a notebook is most often a variable of a cell that did not run. */
final class NotNull {
    private NotNull() {}

    /**
     * What was given, unless it is null.
     *
     * @param call what it was given to
     * @param what what it should be, with its article
     * @param example how to get one
     */
    static <T> T check(T given, String call, String what, String example) {
        if (given == null) {
            throw LungoException.badInput(
                    call + " needs " + what + ".",
                    "null",
                    what + ", for example " + example,
                    "look at where the variable gets its value: did that cell run?");
        }
        return given;
    }

    /** The same for each of several. */
    static <T> T[] checkAll(T[] given, String call, String what, String example) {
        for (T one : given) {
            check(one, call, what, example);
        }
        return given;
    }
}
