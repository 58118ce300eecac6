package dev.lungo.kernel.session;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Shows the compiler the same class path that {@link CellLoader} loads from.
 *
 * <p>Its class path lives in a location of its own: javac would follow the manifests of jars in its
 * usual one, and so see jars that were withdrawn, and all of the kernel's.
 */
final class CellFileManager extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private enum Place implements JavaFileManager.Location {
        CELLS,
        KERNEL;

        @Override
        public String getName() {
            return name();
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    /** One entry of the class path. */
    private record Entry(Path path) implements Location {
        @Override
        public String getName() {
            return path.toString();
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    private final CellClassPath classPath;

    CellFileManager(
            StandardJavaFileManager files, CellClassPath classPath, Collection<Path> kernel) {
        super(files);
        this.classPath = classPath;
        place(Place.KERNEL, kernel);
        refresh();
    }

    /** Takes {@code -classpath} as the word that {@link CellClassPath} changed. */
    @Override
    public boolean handleOption(String option, Iterator<String> remaining) {
        if (option.equals("-classpath")) {
            remaining.next();
            refresh();
            return true;
        }
        return super.handleOption(option, remaining);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (kinds.contains(Kind.CLASS) && !recurse) {
            Optional<List<JavaFileObject>> ofJdk =
                    JdkPackages.list(fileManager, location, packageName);
            if (ofJdk.isPresent()) {
                return ofJdk.get();
            }
        }
        List<JavaFileObject> files = new ArrayList<>();
        if (location == StandardLocation.CLASS_PATH && isOfJdk(packageName)) {
            return files; // the compiler would open every jar to find nothing
        }
        if (location == StandardLocation.CLASS_PATH && VisibleClasses.shows(packageName)) {
            super.list(Place.KERNEL, packageName, kinds, false).forEach(files::add);
        }
        for (Location each : places(location, packageName, recurse)) {
            super.list(each, packageName, kinds, recurse).forEach(files::add);
        }
        return files;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof JdkClass type
                ? type.binaryName()
                : super.inferBinaryName(ours(location), file);
    }

    @Override
    public boolean hasLocation(Location location) {
        return super.hasLocation(ours(location));
    }

    /**
     * One that finds nothing on the class path: every task of the compiler looks there for
     * plug-ins, through all of the kernel's jars, and nothing that a notebook brings is to take
     * part.
     */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return location == StandardLocation.CLASS_PATH ? NOTHING : super.getClassLoader(location);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return super.contains(ours(location), file);
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String name, Kind kind)
            throws IOException {
        return super.getJavaFileForInput(ours(location), name, kind);
    }

    @Override
    public FileObject getFileForInput(Location location, String packageName, String name)
            throws IOException {
        return super.getFileForInput(ours(location), packageName, name);
    }

    /**
     * None for the class paths: only JShell asks for those, to read the names of all classes, which
     * takes a second and 150 MB. {@link PackageNames} knows as much.
     */
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return location instanceof StandardLocation
                ? List.of()
                : fileManager.getLocationAsPaths(location);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(ours(location));
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
            Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
            Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    /** Of the class path only the jars that have the package: javac takes long to open one. */
    private List<Location> places(Location location, String packageName, boolean recurse) {
        if (location != StandardLocation.CLASS_PATH || recurse) {
            return List.of(ours(location));
        }
        List<Location> places = new ArrayList<>();
        for (ClassPathEntry entry : classPath.entries()) {
            if (entry.mayHave(packageName)) {
                Location place = new Entry(entry.path());
                if (!fileManager.hasLocation(place)) {
                    place(place, List.of(entry.path()));
                }
                places.add(place);
            }
        }
        return places;
    }

    /** Whether Java loads the classes of a package from nowhere but the JDK. */
    private static boolean isOfJdk(String packageName) {
        return packageName.equals("java") || packageName.startsWith("java.");
    }

    private static Location ours(Location location) {
        return location == StandardLocation.CLASS_PATH ? Place.CELLS : location;
    }

    /** Shows the class path as it is now. */
    void refresh() {
        place(Place.CELLS, classPath.entries().stream().map(ClassPathEntry::path).toList());
    }

    private void place(Location place, Collection<Path> paths) {
        try {
            fileManager.setLocationFromPaths(place, paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
