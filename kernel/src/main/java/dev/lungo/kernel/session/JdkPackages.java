package dev.lungo.kernel.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Tells compilers which classes a package of the JDK has, by their names alone.
 *
 * <p>javac's own file manager looks at every file of {@code java.lang}, {@code java.util} and the
 * rest, for each compiler anew: more than half of what the first cell had to wait for.
 */
final class JdkPackages {
    private static final Map<String, List<JavaFileObject>> KNOWN = new ConcurrentHashMap<>();

    private JdkPackages() {}

    /** The classes of a package in a module of the JDK; empty for every other location. */
    static Optional<List<JavaFileObject>> list(
            StandardJavaFileManager files, Location location, String packageName) {
        return module(files, location)
                .map(
                        module ->
                                KNOWN.computeIfAbsent(
                                        module + " " + packageName,
                                        key -> classes(module, packageName)));
    }

    private static List<JavaFileObject> classes(String module, String packageName) {
        List<JavaFileObject> classes = new ArrayList<>();
        for (String type : JdkNames.in(module, packageName)) {
            classes.add(new JdkClass(module, packageName, type));
        }
        return List.copyOf(classes);
    }

    /** The module of the JDK that a location has; none when it has been patched. */
    private static Optional<String> module(StandardJavaFileManager files, Location location) {
        if (location instanceof StandardLocation) {
            return Optional.empty();
        }
        Iterable<? extends Path> paths = files.getLocationAsPaths(location);
        Iterator<? extends Path> each =
                paths == null ? List.<Path>of().iterator() : paths.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        Path path = each.next();
        boolean ofJdk = path.getFileSystem().provider().getScheme().equals("jrt");
        return ofJdk && !each.hasNext()
                ? Optional.of(path.getFileName().toString())
                : Optional.empty();
    }
}
