package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.magic.MagicRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the notebooks of cells.txt beside JShell and through JShell alone. */
class QuickCellIT {
    private static final int TEMPORARIES = 12;

    private record Notebook(String name, List<String> cells) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Notebook> notebooks() throws IOException {
        try (InputStream file = QuickCellIT.class.getResourceAsStream("cells.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== "))
                    .filter(part -> !part.isBlank())
                    .map(
                            part -> {
                                String[] name = part.split("\n", 2);
                                return new Notebook(name[0], List.of(name[1].split("(?m)^---\n")));
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void cells_do_the_same_beside_JShell_as_in_it(Notebook notebook) {
        assertThat(run(notebook, true)).containsExactlyElementsOf(run(notebook, false));
    }

    /** What each cell gave and printed, and what {@code $1}, {@code $2} .. are in the end. */
    private static List<String> run(Notebook notebook, boolean quickly) {
        List<String> cells = new ArrayList<>(notebook.cells());
        for (int i = 1; i <= TEMPORARIES; i++) {
            cells.add("$" + i);
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> results = new ArrayList<>();
        try (JavaSession session =
                        new JavaSession(
                                new MagicRegistry(), Map.of(), Redefiner.ofProcess(), quickly);
                PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            for (int i = 0; i < cells.size(); i++) {
                Outcome outcome = session.run(cells.get(i), i + 1);
                results.add(
                        cells.get(i).strip()
                                + " -> "
                                + text(outcome)
                                + " | "
                                + printed.toString(StandardCharsets.UTF_8));
                printed.reset();
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return results;
    }

    private static String text(Outcome outcome) {
        String text;
        if (outcome instanceof Outcome.Failed failed) {
            text = failed.name() + ": " + SessionTesting.plain(failed.trace());
        } else {
            Object value = ((Outcome.Done) outcome).value();
            String shown = value instanceof int[] ints ? Arrays.toString(ints) : "" + value;
            text = value == null ? "nothing" : value.getClass().getName() + " " + shown;
        }
        // Names that the compiler and the virtual machine make up.
        return text.replaceAll("\\$JShell\\$\\d+[A-Z]*|Cell\\$\\d+", "CELL")
                .replaceAll("\\$\\$Lambda.*", "LAMBDA")
                .replaceAll("@[0-9a-f]+", "@HASH");
    }
}
