package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear line for each tool that a machine lacks, and nothing left behind. */
class MissingToolsTests {
    private static final String GET_JAVA =
            "Install JDK 17 or newer (adoptium.net, or on Debian: apt install"
                    + " openjdk-17-jdk-headless) or set JAVA_HOME.\n";
    private static final String GET_MAVEN =
            "Install Maven 3.8.7 or newer (maven.apache.org, or on Debian: apt install maven).\n";

    @TempDir private Path temporary;
    private Machine machine;

    @BeforeEach
    void makeMachine() {
        machine = new Machine(temporary).sources();
    }

    @Test
    void says_that_there_is_no_python() {
        Ended ended = machine.without("python3").run("doctor");
        assertThat(ended)
                .isEqualTo(
                        failed(
                                "lungo: Python 3.10 or newer is needed, found none. Install"
                                        + " python3, or set LUNGO_PYTHON to its path.\n"));
    }

    @Test
    void says_that_python_is_old() {
        Ended ended = machine.without("python3").tool("python3", "echo 3.8").run("doctor");
        assertThat(ended)
                .isEqualTo(
                        failed(
                                "lungo: Python 3.10 or newer is needed, found only Python 3.8."
                                        + " Install python3, or set LUNGO_PYTHON to its path.\n"));
    }

    @Test
    void takes_no_other_python_than_the_chosen_one() {
        Ended ended =
                machine.launcher()
                        .with("LUNGO_PYTHON", "/nowhere/python")
                        .run(machine.folder, "doctor");
        assertThat(ended)
                .isEqualTo(
                        failed(
                                "lungo: Python 3.10 or newer is needed, found none at"
                                        + " LUNGO_PYTHON=/nowhere/python. Install python3, or set"
                                        + " LUNGO_PYTHON to its path.\n"));
    }

    @Test
    void takes_a_newer_python_when_the_first_is_old() {
        Path python = Python.executable();
        machine.without("python3")
                .tool("python3", "echo 3.9")
                .tool("python3.12", "exec '" + python + "' \"$@\"");
        assertThat(machine.run("--version")).isEqualTo(new Ended(0, "Lungo 0.1.0\n", ""));
    }

    @Test
    void says_that_python_has_no_venv_module() {
        Machine.write(
                machine.folder.resolve("broken/ensurepip.py"),
                "raise ImportError('not installed')\n");
        Ended ended =
                machine.launcher()
                        .with("PYTHONPATH", machine.folder.resolve("broken"))
                        .run(machine.folder, "python", "--version");
        assertThat(ended.err())
                .matches(
                        "lungo: Python 3\\.\\d+ \\(.+\\) has no venv module\\. On Debian or Ubuntu:"
                                + " apt install python3\\.\\d+-venv; or set LUNGO_PYTHON to another"
                                + " Python\\.\n");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(machine.checkout.resolve(".venv")).doesNotExist();
    }

    @Test
    void says_that_there_is_no_java() {
        assertThat(install(machine.launcher()))
                .isEqualTo(
                        failed(
                                "lungo: no Java found: JAVA_HOME is not set and there is no java on"
                                        + " the PATH. "
                                        + GET_JAVA));
    }

    @Test
    void says_that_java_home_is_wrong() {
        assertThat(install(machine.launcher().with("JAVA_HOME", "/nowhere")))
                .isEqualTo(
                        failed(
                                "lungo: JAVA_HOME is /nowhere, but there is no /nowhere/bin/java."
                                        + " Set it to a JDK, or unset it.\n"));
    }

    @Test
    void says_that_java_is_old() {
        Path home = machine.jdk("1.8.0_392", "javac");
        assertThat(install(machine.launcher().with("JAVA_HOME", home)))
                .isEqualTo(
                        failed(
                                "lungo: JAVA_HOME ("
                                        + home
                                        + ") is Java 1.8.0_392, but Java 17 or newer is needed. "
                                        + GET_JAVA));
    }

    @Test
    void asks_a_java_without_a_release_file_for_its_version() {
        machine.tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        assertThat(install(machine.launcher()))
                .isEqualTo(
                        failed(
                                "lungo: "
                                        + machine.path.resolve("java")
                                        + " is Java 11.0.2, but Java 17 or newer is needed. "
                                        + GET_JAVA));
    }

    @Test
    void says_that_java_is_only_a_runtime() {
        Path home = machine.jdk("21.0.4");
        assertThat(install(machine.launcher().with("JAVA_HOME", home)))
                .isEqualTo(
                        failed(
                                "lungo: JAVA_HOME ("
                                        + home
                                        + ") is Java 21.0.4 without jdk.jshell and jdk.compiler:"
                                        + " not a full JDK. "
                                        + GET_JAVA));
    }

    @Test
    void says_that_there_is_no_maven() {
        assertThat(install(withJava()))
                .isEqualTo(
                        failed("lungo: no Maven found: there is no mvn on the PATH. " + GET_MAVEN));
    }

    @Test
    void says_that_maven_is_old() {
        machine.tool("mvn", "echo 'Apache Maven 3.6.3 (cecedd)'");
        assertThat(install(withJava()))
                .isEqualTo(
                        failed(
                                "lungo: "
                                        + machine.path.resolve("mvn")
                                        + " is Maven 3.6.3, too old. "
                                        + GET_MAVEN));
    }

    @Test
    void shows_the_end_of_a_failed_build() {
        machine.tool("mvn", "echo 'Apache Maven 3.9.9 (8e8579)'", "echo 'A.java:1: no'", "exit 1");
        // Maven's version is told before the build, whose output goes to the log.
        Ended ended = install(withJava());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .contains("A.java:1: no\n")
                .endsWith(
                        "lungo: The build failed. All of it: "
                                + machine.checkout.resolve("target/build.log")
                                + "\n");
        assertThat(machine.folder.resolve("prefix")).doesNotExist();
    }

    private Launcher withJava() {
        return machine.launcher().with("JAVA_HOME", machine.jdk("17.0.9", "javac", "jshell"));
    }

    private Ended install(Launcher launcher) {
        Ended ended = launcher.run(machine.folder, "install", "--prefix", "prefix");
        assertThat(Files.exists(machine.folder.resolve("prefix"))).isFalse();
        return ended;
    }

    private static Ended failed(String line) {
        return new Ended(1, "", line);
    }
}
