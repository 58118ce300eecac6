package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.magic.MagicRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Feeds cells to a fresh session and reads what came of them. */
abstract class SessionTesting {
    protected JavaSession session;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream warned = new ByteArrayOutputStream();
    private int cell;

    @BeforeEach
    void open() {
        session = session();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(warned, true, StandardCharsets.UTF_8));
    }

    /** The environment variables that the session sees. */
    protected Map<String, String> environment() {
        return Map.of();
    }

    @AfterEach
    void close() {
        System.setOut(out);
        System.setErr(err);
        session.close();
    }

    /** The session to test; a test can make a special one. */
    JavaSession session() {
        return new JavaSession(new MagicRegistry(), environment());
    }

    /** What cells printed so far. */
    protected String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What cells printed on System.err so far. */
    protected String warnings() {
        return warned.toString(StandardCharsets.UTF_8);
    }

    protected void forgetWarnings() {
        warned.reset();
    }

    protected Outcome run(String source) {
        return session.run(source, ++cell);
    }

    /** The value of a cell that must end well. */
    protected Object value(String source) {
        Outcome outcome = run(source);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).value();
    }

    protected Outcome.Failed failure(String source) {
        Outcome outcome = run(source);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    /** The trace of a cell that must fail, without colours. */
    protected String trace(String source) {
        return plain(failure(source).trace());
    }

    protected static String plain(List<String> trace) {
        return String.join("\n", trace).replaceAll("\u001b\\[\\d+m", "");
    }
}
