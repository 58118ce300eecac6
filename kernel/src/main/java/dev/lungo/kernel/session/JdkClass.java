package dev.lungo.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;

/**
 * A class file of the JDK that a compiler may read.
 *
 * @param type the name within the package, such as {@code Map$Entry}
 */
record JdkClass(String module, String packageName, String type) implements JavaFileObject {
    private static final Map<String, ModuleReader> READERS = new ConcurrentHashMap<>();

    String binaryName() {
        return packageName + "." + type;
    }

    private String file() {
        return binaryName().replace('.', '/') + Kind.CLASS.extension;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        ModuleReader reader = READERS.get(module);
        if (reader == null) {
            reader = ModuleFinder.ofSystem().find(module).orElseThrow().open();
            READERS.put(module, reader);
        }
        return reader.open(file()).orElseThrow(() -> new IOException("no " + toUri()));
    }

    @Override
    public URI toUri() {
        return URI.create("jrt:/" + module + "/" + file());
    }

    @Override
    public String getName() {
        return file();
    }

    @Override
    public Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.CLASS && type.equals(simpleName);
    }

    @Override
    public NestingKind getNestingKind() {
        return null; // only the class itself knows
    }

    @Override
    public Modifier getAccessLevel() {
        return null; // only the class itself knows
    }

    @Override
    public long getLastModified() {
        return 0; // not known
    }

    @Override
    public Reader openReader(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("a class file has no text");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("a class file has no text");
    }

    @Override
    public OutputStream openOutputStream() {
        throw new IllegalStateException("the classes of the JDK are not to be written");
    }

    @Override
    public Writer openWriter() {
        throw new IllegalStateException("the classes of the JDK are not to be written");
    }

    @Override
    public boolean delete() {
        return false;
    }
}
