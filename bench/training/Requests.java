import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The bench's requests, a line each; an answer is a line with a number. */
final class Requests {
    /** The bench wants no more epochs, but predictions. */
    static final class Predict extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));

    /** Libraries print too: what they print goes elsewhere. */
    private final PrintStream answers = System.out;

    private long asked;

    Requests() {
        System.setOut(System.err);
        answer(0);
    }

    /** Waits until an epoch is wanted; the program ends when there is nobody to ask any more. */
    void await() {
        String line;
        try {
            line = lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (line == null) {
            System.exit(0);
        } else if (line.equals("predict")) {
            throw new Predict();
        }
        asked = System.nanoTime();
    }

    /** Answers with the seconds since the epoch was asked for, and waits for the next. */
    void epochDone() {
        answer((System.nanoTime() - asked) / 1e9);
        await();
    }

    void answer(double number) {
        answers.println("= " + number);
        answers.flush();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
