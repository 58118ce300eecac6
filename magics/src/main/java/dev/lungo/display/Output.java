package dev.lungo.display;

/**
 * The place where the library shows things: the terminal, or the notebook's current cell.
 *
 * <pre>{@code
 * var shown = Output.current().show(card);
 * shown.update(nextCard);
 * }</pre>
 */
public interface Output {
    /**
     * Whether pictures can be seen here; where they can't, callers print lines instead of updating
     * cards.
     */
    boolean rich();

    /** Shows a value now; the handle can replace it later. */
    Shown show(Rich value);

    /** Something on show, which can be replaced in place. */
    interface Shown {
        /**
         * Replaces the value on show. Where nothing can be replaced, as in a terminal, this does
         * nothing.
         */
        void update(Rich value);
    }

    /** Where values are shown: the terminal, unless a notebook has put itself here. */
    static Output current() {
        return CurrentOutput.output;
    }

    /** Puts another output in place, as the notebook does when it starts. */
    static void use(Output output) {
        CurrentOutput.output = output;
    }
}
