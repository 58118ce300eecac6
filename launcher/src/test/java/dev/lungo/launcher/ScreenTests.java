package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the terminal shows of a training card that grows, and of streams. */
class ScreenTests {
    private static final String FIT =
            """
            screen.cell(1, 2, "model.fit()\\nmore")
            screen.display("card", "Epoch 1/2\\n1/3")
            screen.display("card", "Epoch 1/2\\n2/3")
            screen.display("card", "Epoch 1/2\\n3/3 loss 0.1\\nEpoch 2/2\\n1/3")
            screen.display("card", "Epoch 1/2\\n3/3 loss 0.1\\nEpoch 2/2\\n3/3 loss 0.05")
            screen.cell(2, 2, "next")
            """;

    @Test
    void prints_only_complete_lines_into_a_log() throws Exception {
        assertThat(shown(false, FIT))
                .isEqualTo(
                        "[1/2] model.fit()\n"
                                + "Epoch 1/2\n"
                                + "3/3 loss 0.1\n"
                                + "Epoch 2/2\n"
                                + "3/3 loss 0.05\n"
                                + "[2/2] next\n");
    }

    @Test
    void rewrites_the_last_line_on_a_terminal() throws Exception {
        assertThat(shown(true, FIT).replace("\r\u001b[K", "<"))
                .isEqualTo(
                        "<[1/2] model.fit()\n"
                                + "<Epoch 1/2\n"
                                + "<1/3<2/3<3/3 loss 0.1\n"
                                + "<Epoch 2/2\n"
                                + "<1/3<3/3 loss 0.05<3/3 loss 0.05\n"
                                + "<[2/2] next\n");
    }

    @Test
    void ends_an_open_line_before_the_next_cell() throws Exception {
        assertThat(
                        shown(
                                false,
                                "screen.stream('a'); screen.stream('b'); screen.cell(2, 2,"
                                        + " 'next')"))
                .isEqualTo("ab\n[2/2] next\n");
    }

    @Test
    void leaves_rewritten_lines_out_of_a_log() throws Exception {
        assertThat(shown(false, "screen.stream('10 %\\r20 %\\r30 %\\n')")).isEqualTo("30 %\n");
    }

    private static String shown(boolean terminal, String calls)
            throws IOException, InterruptedException {
        String program =
                "import sys; sys.path.insert(0, sys.argv[1])\n"
                        + "from lungo.screen import Screen\n"
                        + "screen = Screen(terminal="
                        + (terminal ? "True" : "False")
                        + ")\n"
                        + calls;
        var process =
                new ProcessBuilder(
                                Python.executable().toString(),
                                "-c",
                                program,
                                Launcher.root().resolve("launcher").toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
