package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes on the command line: one line each, status 2, and nothing made. */
class WrongCommandTests {
    @TempDir private Path temporary;
    private Machine machine;

    @BeforeEach
    void makeMachine() {
        machine = new Machine(temporary);
    }

    @Test
    void proposes_the_command_that_was_meant() {
        assertThat(machine.run("intsall"))
                .isEqualTo(wrong("no command 'intsall'. Did you mean 'install'?"));
    }

    @Test
    void names_the_commands_when_none_is_near() {
        assertThat(machine.run("xyzzy"))
                .isEqualTo(
                        wrong(
                                "no command 'xyzzy'. There are: lab, run, jshell, install, bench,"
                                        + " doctor, python."));
    }

    @Test
    void names_the_benches_when_one_is_not_known() {
        assertThat(machine.run("bench", "xyzzy"))
                .isEqualTo(wrong("no bench 'xyzzy'. There is: kernel, training."));
    }

    @Test
    void refuses_a_notebook_that_is_not_there() {
        assertThat(machine.run("run", "no.ipynb"))
                .isEqualTo(wrong("there is no notebook no.ipynb."));
    }

    @Test
    void refuses_an_output_in_a_folder_that_is_not_there() {
        Machine.write(machine.folder.resolve("a.ipynb"), "{}");
        Path folder = machine.folder.resolve("no");
        assertThat(machine.run("run", "a.ipynb", "-o", "no/b.ipynb"))
                .isEqualTo(
                        wrong(
                                "can't write to "
                                        + folder.resolve("b.ipynb")
                                        + ": there is no folder "
                                        + folder
                                        + "."));
    }

    @Test
    void refuses_an_output_that_is_a_folder() {
        Machine.write(machine.folder.resolve("a.ipynb"), "{}");
        assertThat(machine.run("run", "a.ipynb", "-o", "."))
                .isEqualTo(wrong("can't write to " + machine.folder + ": it is a folder."));
    }

    @Test
    void refuses_an_unknown_option() {
        assertThat(machine.run("run", "a.ipynb", "--quick"))
                .isEqualTo(wrong("unrecognized arguments: --quick. See: lungo run --help"));
    }

    @Test
    void refuses_a_port_that_is_taken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThat(machine.run("lab", "--port", "" + port))
                    .isEqualTo(
                            new Ended(
                                    1,
                                    "",
                                    "lungo: port "
                                            + port
                                            + " can't be used: Address already in use. Choose"
                                            + " another one with --port.\n"));
        }
    }

    @Test
    void refuses_a_folder_that_is_not_there() {
        assertThat(machine.run("lab", "no")).isEqualTo(wrong("there is no notebook or folder no."));
    }

    @Test
    void runs_through_a_link_from_another_folder() throws IOException {
        Path elsewhere = Files.createDirectories(machine.folder.resolve("else where"));
        Path link =
                Files.createSymbolicLink(elsewhere.resolve("l"), Path.of("../a checkout/lungo"));
        Ended ended = new Launcher(link).with("PATH", machine.path).run(elsewhere, "--version");
        assertThat(ended).isEqualTo(new Ended(0, "Lungo 0.1.0\n", ""));
    }

    @Test
    void explains_itself() {
        Ended ended = machine.run("--help");
        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("  lab ", "  run ", "  jshell ", "  install ", "  bench ", "  doctor ");
        assertThat(ended.out().lines()).hasSizeLessThan(20);
    }

    private Ended wrong(String message) {
        assertThat(machine.checkout.resolve(".venv")).doesNotExist();
        assertThat(machine.checkout.resolve("target")).doesNotExist();
        return new Ended(2, "", "lungo: " + message + "\n");
    }
}
