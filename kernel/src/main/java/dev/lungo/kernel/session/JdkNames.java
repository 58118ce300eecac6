package dev.lungo.kernel.session;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of the classes in the packages of the JDK.
 *
 * <p>The JDK takes long to list its own files. So the names that a rehearsal of the start asked for
 * are kept beside the kernel's jar, in a file such as {@code start-17.names}: a line for each
 * package, with its module, itself and its classes. The first line says of which JDK they are; for
 * another one they do not count.
 */
public final class JdkNames {
    private static final String CLASS = ".class";
    private static final JdkNames OF_PROCESS = new JdkNames(file());

    /** By module and package: the classes, with spaces between them. */
    private final Map<String, String> kept = new HashMap<>();

    private final Map<String, String> asked = new TreeMap<>();

    private JdkNames(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            if (text.startsWith(jdk())) {
                text.substring(jdk().length()).lines().forEach(this::keep);
            }
        } catch (IOException unreadable) {
            kept.clear(); // the JDK itself knows, too
        }
    }

    private void keep(String line) {
        int behindModule = line.indexOf(' ');
        int behindPackage = line.indexOf(' ', behindModule + 1);
        if (behindPackage > 0) {
            kept.put(line.substring(0, behindPackage), line.substring(behindPackage + 1));
        }
    }

    /** The classes of a package in a module, without the package's name; none if it has no such. */
    static List<String> in(String module, String packageName) {
        return OF_PROCESS.names(module, packageName);
    }

    private synchronized List<String> names(String module, String packageName) {
        String key = module + " " + packageName;
        String names = kept.get(key);
        if (names == null) {
            names = String.join(" ", listed(module + "/" + packageName.replace('.', '/')));
        }
        asked.put(key, names);
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    private static List<String> listed(String folder) {
        List<String> names = new ArrayList<>();
        Path path = Path.of(URI.create("jrt:/" + folder));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(CLASS)) {
                    names.add(name.substring(0, name.length() - CLASS.length()));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return names;
    }

    /** Keeps the names that were asked for in this process, for the starts to come. */
    public static void keep() throws IOException {
        OF_PROCESS.write(file());
    }

    private synchronized void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(jdk());
        asked.forEach((key, names) -> text.append(key).append(' ').append(names).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file() {
        int java = Runtime.version().feature();
        return OfferedLibrary.kernelPath().resolveSibling("start-" + java + ".names");
    }

    private static String jdk() {
        String home = System.getProperty("java.home");
        File classes = new File(home, "lib/modules");
        String version = System.getProperty("java.vm.version");
        return home + " " + version + " " + classes.length() + " " + classes.lastModified() + "\n";
    }
}
