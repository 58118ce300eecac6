package dev.lungo.kernel.session;

import java.util.Optional;

/** Whether this process can compile cells beside JShell. */
public final class QuickCells {
    static final String MISSING =
            "Cells run through JShell alone, several times slower: this Java keeps its compiler to"
                + " itself. Start the kernel with java -jar, as ./lungo install has it, on a JDK"
                + " made from OpenJDK.";

    private QuickCells() {}

    /**
     * Why it cannot, in a line for people; empty when it can.
     *
     * <p>The jar's manifest asks for the compiler. Java reads it for {@code java -jar} only.
     */
    public static Optional<String> missing() {
        return WarmCompiler.ofThisJdk().isPresent() ? Optional.empty() : Optional.of(MISSING);
    }
}
