package dev.lungo.kernel.output;

/** The two streams a program prints to, by the names that Jupyter gives them. */
enum Stream {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String label;

    Stream(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
