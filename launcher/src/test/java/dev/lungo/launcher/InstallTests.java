package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code install} writes, with jars and a JDK that only look like ones. */
class InstallTests {
    /** What stands there when the JDK can't run: no reason not to install. */
    private static final String NO_ARCHIVE =
            """
            Preparing quick starts ...\s
              failed; the kernel will try again when it runs
            """;

    @TempDir private Path temporary;
    private Machine machine;
    private Launcher launcher;
    private Path home;

    @BeforeEach
    void makeMachine() {
        machine = new Machine(temporary).built();
        home = machine.jdk("17.0.9", "javac", "jshell");
        launcher = machine.launcher().with("JAVA_HOME", home);
    }

    @Test
    void writes_a_kernelspec_that_starts_java_itself() throws IOException {
        Ended ended = install("--prefix", "p", "--jvm-option=-Xmx4g");
        Path folder = machine.folder.resolve("p/share/jupyter/kernels/java");
        assertThat(ended.out())
                .isEqualTo(
                        "Installed the kernel 'java' (Java (Lungo), Java 17.0.9) in "
                                + folder
                                + "\nRemove it with: jupyter kernelspec remove java\n");
        assertThat(folder.resolve("kernel.json"))
                .hasContent(
                        """
                        {
                         "argv": [
                          "%s/bin/java",
                          "-XX:SharedArchiveFile=%s/kernel/start-17.jsa",
                          "-Xlog:disable",
                          "-XX:CompileThresholdScaling=3",
                          "-Dfile.encoding=UTF-8",
                          "-Dsun.misc.unsafe.memory.access=allow",
                          "-Xmx4g",
                          "-jar",
                          "%s/kernel/lungo-kernel.jar",
                          "{connection_file}"
                         ],
                         "display_name": "Java (Lungo)",
                         "language": "java",
                         "interrupt_mode": "message"
                        }
                        """
                                .formatted(home, folder, folder));
        assertThat(folder.resolve("kernel/lungo-kernel.jar")).hasContent("kernel");
        assertThat(folder.resolve("kernel/jeromq.jar")).hasContent("jeromq");
        assertThat(folder.resolve("library/lungo.jar")).hasContent("library");
        assertThat(folder.resolve("logo-svg.svg")).exists();
    }

    @Test
    void names_the_archive_that_newer_javas_know() throws IOException {
        launcher.with("JAVA_HOME", machine.jdk("25.0.1", "javac", "jshell"));
        install("--prefix", "p");
        Path folder = machine.folder.resolve("p/share/jupyter/kernels/java");
        assertThat(Files.readString(folder.resolve("kernel.json")))
                .contains(
                        "\"-XX:+IgnoreUnrecognizedVMOptions\",\n  \"-XX:AOTCache="
                                + folder
                                + "/kernel/start-25.aot\"");
    }

    @Test
    void has_the_archive_made_where_the_jars_are() throws IOException {
        Path calls = machine.folder.resolve("calls");
        Machine.write(home.resolve("bin/java"), "#!/bin/sh\necho \"$*\" >>'" + calls + "'\n");
        Machine.write(machine.checkout.resolve("target/lungo/kernel/start-17.jsa"), "ours");
        Ended ended = launcher.run(machine.folder, "install", "--prefix", "p");
        assertThat(ended.err()).startsWith("Preparing quick starts ... \n  done in ");
        Path kernel = machine.folder.resolve("p/share/jupyter/kernels/java/kernel");
        assertThat(calls).hasContent("-jar " + kernel + "/lungo-kernel.jar --archive");
        // An archive fits only the place that it was made for.
        assertThat(kernel.resolve("start-17.jsa")).doesNotExist();
    }

    @Test
    void replaces_an_older_kernelspec_whole() throws IOException {
        install("--prefix", "p");
        Path folder = machine.folder.resolve("p/share/jupyter/kernels/java");
        Machine.write(folder.resolve("kernel/old.jar"), "old");
        install("--prefix", "p");
        assertThat(folder.resolve("kernel/old.jar")).doesNotExist();
        assertThat(folder.resolve("kernel.json")).exists();
        // Nothing half-written stays beside it.
        assertThat(machine.folder.resolve("p/share/jupyter"))
                .isDirectoryNotContaining("glob:**/.lungo-*");
    }

    @Test
    void installs_for_the_user_under_another_name() throws IOException {
        launcher.with("JUPYTER_DATA_DIR", machine.folder.resolve("data"));
        install("--user", "--name", "lungo-4g", "--display-name", "Java, 4 GB");
        assertThat(Files.readString(machine.folder.resolve("data/kernels/lungo-4g/kernel.json")))
                .contains("\"display_name\": \"Java, 4 GB\"");
    }

    @Test
    void installs_into_the_active_python() throws IOException {
        machine.without("python3")
                .tool(
                        "python3",
                        "case \"$2\" in *sys.prefix*) echo '"
                                + machine.folder.resolve("conda")
                                + "'; exit;; esac",
                        "exec '" + Python.executable() + "' \"$@\"");
        install("--sys-prefix");
        assertThat(machine.folder.resolve("conda/share/jupyter/kernels/java/kernel.json")).exists();
    }

    @Test
    void writes_the_options_of_the_environment() throws IOException {
        launcher.with("LUNGO_JAVA_OPTS", "-Xmx1g '-Dname=a b'");
        install("--prefix", "p");
        assertThat(
                        Files.readString(
                                machine.folder.resolve("p/share/jupyter/kernels/java/kernel.json")))
                .contains("\"-Xmx1g\",\n  \"-Dname=a b\",\n  \"-jar\"");
    }

    @Test
    void refuses_options_that_can_not_be_split() {
        launcher.with("LUNGO_JAVA_OPTS", "-Dname='a");
        assertThat(launcher.run(machine.folder, "install", "--prefix", "p"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "lungo: LUNGO_JAVA_OPTS can't be split into options (No closing"
                                        + " quotation): -Dname='a\n"));
    }

    @Test
    void refuses_a_name_that_jupyter_does_not_take() {
        assertThat(
                        launcher.run(
                                        machine.folder,
                                        "install",
                                        "--prefix",
                                        "p",
                                        "--name",
                                        "my java")
                                .err())
                .isEqualTo(
                        "lungo: --name my java: only letters, digits, dot, dash and underscore can"
                                + " be in a kernel's name.\n");
        assertThat(machine.folder.resolve("p")).doesNotExist();
    }

    @Test
    void builds_again_only_when_a_source_is_newer() throws IOException {
        Path calls = machine.folder.resolve("calls");
        machine.tool(
                "mvn",
                "echo 'Apache Maven 3.9.9'",
                "[ \"$1\" = --version ] && exit",
                "echo $JAVA_HOME >>'" + calls + "'",
                ": >'" + machine.checkout.resolve("target/lungo/built") + "'");
        install("--prefix", "p");
        assertThat(calls).doesNotExist();

        Files.setLastModifiedTime(
                machine.checkout.resolve("magics/src/main/B.java"),
                FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(launcher.run(machine.folder, "install", "--prefix", "p").err())
                .startsWith("Building Lungo ... \n");
        assertThat(calls).hasContent(home.toString());
    }

    private Ended install(String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "install";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Ended ended = launcher.run(machine.folder, arguments);
        assertThat(ended.err()).isEqualTo(NO_ARCHIVE);
        assertThat(ended.status()).isZero();
        return ended;
    }
}
