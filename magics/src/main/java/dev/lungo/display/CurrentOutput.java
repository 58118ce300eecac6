package dev.lungo.display;

/** Holds the one output of this JVM: a notebook or a terminal, never both. */
final class CurrentOutput {
    static volatile Output output = new TextOutput();

    private CurrentOutput() {}
}
