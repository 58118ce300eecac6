package dev.lungo.kernel.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Shows a compiler the classes that JShell made, beside the cells' class path, and takes new. */
final class QuickFiles extends ForwardingJavaFileManager<JavaFileManager> {
    /** The package that JShell puts its classes in. */
    static final String PACKAGE = "REPL";

    private final CellFileManager cells;
    private final CellLoader loader;
    private final Map<String, ByteArrayOutputStream> made = new LinkedHashMap<>();

    QuickFiles(CellFileManager cells, CellLoader loader) {
        super(cells);
        this.cells = cells;
        this.loader = loader;
    }

    /** A source in the package of JShell's classes. */
    static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(uri(name, Kind.SOURCE), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Takes note of a changed class path. */
    void classPathChanged() {
        cells.refresh();
    }

    /** The classes made since the last call. */
    Map<String, byte[]> taken() {
        Map<String, byte[]> taken = new LinkedHashMap<>();
        made.forEach((name, bytes) -> taken.put(name, bytes.toByteArray()));
        made.clear();
        return taken;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (!packageName.equals(PACKAGE)) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> files = new ArrayList<>();
        if (location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)) {
            loader.declaredByShell().forEach(name -> files.add(new ClassFile(name)));
        }
        return files;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFile type ? type.name : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, Kind kind, FileObject sibling) {
        return new ClassFile(name);
    }

    private static URI uri(String name, Kind kind) {
        return URI.create("cells:///" + name.replace('.', '/') + kind.extension);
    }

    private final class ClassFile extends SimpleJavaFileObject {
        private final String name;

        ClassFile(String name) {
            super(uri(name, Kind.CLASS), Kind.CLASS);
            this.name = name;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(loader.woven(name));
        }

        @Override
        public OutputStream openOutputStream() {
            return made.computeIfAbsent(name, n -> new ByteArrayOutputStream());
        }
    }
}
