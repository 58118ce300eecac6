package dev.lungo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A made-up machine: a copy of the launcher, and a path that holds only what a test puts there. */
final class Machine {
    final Path folder;
    final Path checkout;
    final Path path;

    /** An empty machine with a real Python; all its folders have a space in their names. */
    Machine(Path temporary) {
        Path python = Python.executable();
        folder = make(temporary.resolve("a machine"));
        checkout = make(folder.resolve("a checkout"));
        path = make(folder.resolve("bin"));
        copy(Launcher.root().resolve("lungo"), checkout.resolve("lungo"));
        copy(
                Launcher.root().resolve("launcher/requirements.txt"),
                checkout.resolve("launcher/requirements.txt"));
        copy(
                Launcher.root().resolve("launcher/__main__.py"),
                checkout.resolve("launcher/__main__.py"));
        copyTree(Launcher.root().resolve("launcher/lungo"), checkout.resolve("launcher/lungo"));
        for (String tool : List.of("dirname", "readlink")) {
            tool(tool, "exec /usr/bin/" + tool + " \"$@\"");
        }
        tool("python3", "exec '" + python + "' \"$@\"");
    }

    /** The launcher of this machine; nothing of the test's own environment is known to it. */
    Launcher launcher() {
        return new Launcher(checkout.resolve("lungo")).with("PATH", path).with("HOME", folder);
    }

    /** Runs the launcher from this machine's folder. */
    Ended run(String... arguments) {
        return launcher().run(folder, arguments);
    }

    /** Puts a shell script on the path. */
    Machine tool(String name, String... lines) {
        script(path.resolve(name), lines);
        return this;
    }

    /** Takes a tool off the path. */
    Machine without(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a JDK of the given version that can't do anything but say it; returns its home. */
    Path jdk(String version, String... tools) {
        Path home = make(folder.resolve("jdk-" + version));
        write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), "exit 1");
        for (String tool : tools) {
            script(home.resolve("bin").resolve(tool), "exit 1");
        }
        return home;
    }

    /** Makes a JDK of the given version that says one thing whatever it is asked. */
    Path jdkThatSays(String text, String version, String... tools) {
        Path home = jdk(version, tools);
        script(home.resolve("bin/java"), "echo '" + text + "'");
        return home;
    }

    /** Puts sources into the checkout, and jars that look as if Maven had just made them. */
    Machine built() {
        sources();
        write(checkout.resolve("target/lungo/kernel/lungo-kernel.jar"), "kernel");
        write(checkout.resolve("target/lungo/kernel/jeromq.jar"), "jeromq");
        write(checkout.resolve("target/lungo/library/lungo.jar"), "library");
        write(checkout.resolve("target/lungo/built"), "");
        return this;
    }

    /** Puts sources into the checkout. */
    Machine sources() {
        for (String file :
                List.of(
                        "pom.xml",
                        "kernel/pom.xml",
                        "magics/pom.xml",
                        "kernel/src/main/A.java",
                        "magics/src/main/B.java")) {
            write(checkout.resolve(file), "");
        }
        return this;
    }

    static void write(Path file, String text) {
        try {
            make(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void script(Path file, String... lines) {
        write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new AssertionError("can't make " + file + " executable");
        }
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(file, to.resolve(from.relativize(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            make(to.getParent());
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
