package dev.lungo.kernel.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds small jars to put on the class path of cells. */
final class TestJars {
    private final Path folder;

    TestJars(Path folder) {
        this.folder = folder;
    }

    /** A jar with one class that has one method, {@code static String version()}. */
    Path jar(String fileName, String className, String version) throws IOException {
        int dot = className.lastIndexOf('.');
        String source =
                "package %s; public class %s { public static String version() { return \"%s\"; } }"
                        .formatted(
                                className.substring(0, dot), className.substring(dot + 1), version);
        Path classes = Files.createTempDirectory(folder, "classes");
        Path file =
                Files.writeString(classes.resolve(className.substring(dot + 1) + ".java"), source);
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), file.toString());
        if (failed != 0) {
            throw new IllegalArgumentException("does not compile: " + source);
        }
        Files.delete(file);
        return pack(fileName, Map.of("Implementation-Version", version), classes);
    }

    /** A jar without classes. */
    Path empty(String fileName) throws IOException {
        return pack(fileName, Map.of(), Files.createTempDirectory(folder, "empty"));
    }

    /** A library jar with the others in its manifest's class path. */
    Path library(List<Path> offered) throws IOException {
        String names =
                String.join(
                        " ", offered.stream().map(jar -> jar.getFileName().toString()).toList());
        Path empty = Files.createTempDirectory(folder, "empty");
        return pack("lungo.jar", Map.of("Class-Path", names), empty);
    }

    private Path pack(String fileName, Map<String, String> attributes, Path classes)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Path jar = folder.resolve(fileName);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path entry : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
                Files.copy(entry, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
