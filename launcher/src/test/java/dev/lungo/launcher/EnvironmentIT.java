package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making the private environment, with requirements that need no network. */
class EnvironmentIT {
    private static final String MADE = "Making the Python environment ... \n";

    @TempDir private Path temporary;
    private Machine machine;

    @BeforeEach
    void makeMachine() {
        machine = new Machine(temporary);
        requirements("# none\n");
    }

    @Test
    void makes_it_once_and_again_only_for_other_requirements() {
        assertThat(prefix().err()).startsWith(MADE);
        assertThat(prefix()).isEqualTo(new Ended(0, machine.checkout.resolve(".venv") + "\n", ""));
        requirements("# still none\n");
        assertThat(prefix().err()).startsWith(MADE);
    }

    @Test
    void makes_a_half_made_one_again() {
        Machine.write(machine.checkout.resolve(".venv/lib/half"), "");
        assertThat(prefix().err()).startsWith(MADE);
        assertThat(machine.checkout.resolve(".venv/lib/half")).doesNotExist();
    }

    @Test
    void leaves_nothing_behind_when_packages_can_not_be_installed() {
        requirements("./no-such-package\n");
        Ended ended = prefix();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .contains("no-such-package")
                .endsWith(
                        "lungo: Could not install the packages of launcher/requirements.txt; is the"
                                + " network there? All of it: "
                                + machine.checkout.resolve("target/venv.log")
                                + "\n");
        assertThat(machine.checkout.resolve(".venv")).doesNotExist();
    }

    @Test
    void does_not_make_it_offline() {
        Ended ended = machine.launcher().with("LUNGO_OFFLINE", 1).run(machine.folder, "python");
        assertThat(ended)
                .isEqualTo(
                        new Ended(
                                1,
                                "",
                                "lungo: LUNGO_OFFLINE=1 is set, but the Python environment has to"
                                        + " be made. Unset it for this once.\n"));
    }

    @Test
    void two_launchers_at_once_make_it_once() throws IOException {
        Path other = Files.createDirectories(machine.folder.resolve("other"));
        Process first = machine.launcher().start(machine.folder, "python", "-c", "print(1)");
        Process second = machine.launcher().start(other, "python", "-c", "print(2)");
        Ended one = Launcher.end(first, machine.folder);
        Ended two = Launcher.end(second, other);
        assertThat(one.out() + two.out()).isEqualTo("1\n2\n");
        assertThat(one.err() + two.err()).containsOnlyOnce(MADE.strip());
    }

    private Ended prefix() {
        return machine.run("python", "-c", "import sys; print(sys.prefix)");
    }

    private void requirements(String text) {
        Machine.write(machine.checkout.resolve("launcher/requirements.txt"), text);
    }
}
