package dev.lungo.weight;

/** Why the arrays of a file cannot become a model's weights, in words for the user. */
public final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String received;
    private final String expected;
    private final String fix;

    Misfit(String received, String expected, String fix) {
        super(received);
        this.received = received;
        this.expected = expected;
        this.fix = fix;
    }

    /** What the file has. */
    public String received() {
        return received;
    }

    /** What the model needs. */
    public String expected() {
        return expected;
    }

    /** How to put it right. */
    public String fix() {
        return fix;
    }
}
