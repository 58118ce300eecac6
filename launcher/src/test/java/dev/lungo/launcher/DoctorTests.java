package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor's report on made-up machines. */
class DoctorTests {
    private static final String QUICK = "Cells are compiled beside JShell.";

    @TempDir private Path temporary;
    private Machine machine;

    @BeforeEach
    void makeMachine() {
        machine = new Machine(temporary);
    }

    @Test
    void reports_a_bare_machine_in_a_screenful() {
        Ended ended = machine.sources().run("doctor");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines()).hasSizeLessThan(40);
        assertThat(ended.out())
                .contains(
                        "  missing  Java         no Java found",
                        "  missing  Maven        no Maven found",
                        "  ok       Python       3.",
                        "  later    Environment  not made yet",
                        "  later    Jars         not built yet",
                        "  later    MNIST        not in the cache");
        assertThat(machine.checkout.resolve(".venv")).doesNotExist();
    }

    @Test
    void says_what_makes_cells_slow() {
        String slow = "Cells run through JShell alone.";
        Path jdk = machine.built().jdkThatSays(slow, "21.0.4", "javac", "jshell");
        Ended ended = machine.launcher().with("JAVA_HOME", jdk).run(machine.folder, "doctor");
        assertThat(ended.out()).contains("  later    Quick cells  " + slow + "\n");
    }

    @Test
    void says_how_to_see_why_the_kernel_does_not_start() {
        Path jdk = machine.built().jdk("21.0.4", "javac", "jshell");
        Ended ended = machine.launcher().with("JAVA_HOME", jdk).run(machine.folder, "doctor");
        Path jar = machine.checkout.resolve("target/lungo/kernel/lungo-kernel.jar");
        assertThat(ended.out())
                .contains(
                        "  missing  Quick cells  the kernel does not start ("
                                + jdk.resolve("bin/java")
                                + " -jar "
                                + jar
                                + " --check says more)");
    }

    @Test
    void is_content_when_nothing_needed_is_missing() {
        machine.built().tool("fc-list", "echo DejaVu Sans");
        Path cache = machine.folder.resolve("cache");
        for (String part : new String[] {"train", "t10k"}) {
            Machine.write(cache.resolve("datasets/mnist/" + part + "-images-idx3-ubyte"), "");
            Machine.write(cache.resolve("datasets/mnist/" + part + "-labels-idx1-ubyte"), "");
        }
        Ended ended =
                machine.launcher()
                        .with("JAVA_HOME", machine.jdkThatSays(QUICK, "21.0.4", "javac", "jshell"))
                        .with("LUNGO_CACHE", cache)
                        .run(machine.folder, "doctor");
        assertThat(ended.out())
                .contains(
                        "  ok       Java         21.0.4 with jdk.jshell and jdk.compiler",
                        // Without Maven, which is not needed while the jars are fresh.
                        "  later    Maven        no Maven found",
                        "  ok       Jars         ",
                        "  ok       Quick cells  " + QUICK,
                        "  ok       MNIST        " + cache.resolve("datasets/mnist"),
                        "  ok       Fonts        1 through fontconfig",
                        "LUNGO_CACHE=" + cache);
        assertThat(ended.out()).endsWith("Nothing needed is missing.\n");
        assertThat(ended.status()).isZero();
    }
}
