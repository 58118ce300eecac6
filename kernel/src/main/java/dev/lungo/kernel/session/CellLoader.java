package dev.lungo.kernel.session;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/** Loads the classes of cells and of everything on their class path. */
final class CellLoader extends ClassLoader implements LoaderDelegate {
    static {
        registerAsParallelCapable();
    }

    private final CellClassPath classPath;
    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();

    CellLoader(CellClassPath classPath, ClassLoader kernel) {
        super("cells", new VisibleClasses(kernel));
        this.classPath = classPath;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        boolean[] loaded = new boolean[classes.length];
        for (ClassBytecodes type : classes) {
            declared.put(type.name(), Weaver.weave(type.bytecodes()));
        }
        try {
            for (int i = 0; i < classes.length; i++) {
                loadClass(classes[i].name());
                loaded[i] = true;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException(e.toString(), loaded);
        }
    }

    /** Remembers the new bytes of a class that was redefined in place. */
    void redefined(String name, byte[] woven) {
        declared.put(name, woven);
    }

    /** The names of the classes that JShell made. */
    List<String> declaredByShell() {
        return declared.keySet().stream().filter(name -> name.startsWith("REPL.$JShell$")).toList();
    }

    /** The bytes of a class of a cell, as they were loaded. */
    byte[] woven(String name) {
        return declared.get(name);
    }

    /** The class of a cell with this name; empty when there is none. */
    Optional<Class<?>> cellClass(String name) {
        try {
            return declared.containsKey(name) ? Optional.of(findClass(name)) : Optional.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names, without that of {@code wrapper}, of the classes declared inside it. */
    List<String> declaredIn(String wrapper) {
        String prefix = wrapper + "$";
        return declared.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** Does nothing: {@link CellClasses} says which bytes are new. */
    @Override
    public void classesRedefined(ClassBytecodes[] classes) {}

    /** Does nothing: {@link CellClassPath} has the new entry already. */
    @Override
    public void addToClasspath(String path) {}

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] woven = declared.get(name);
        if (woven != null) {
            return defined(name, () -> defineClass(name, woven, 0, woven.length));
        }
        String file = name.replace('.', '/') + ".class";
        for (ClassPathEntry entry : classPath.entries()) {
            byte[] bytes = entry.read(file);
            if (bytes != null) {
                return defined(name, () -> define(name, bytes, entry));
            }
        }
        byte[] bytes = QuietSlf4j.read(file);
        if (bytes != null) {
            return defined(name, () -> defineClass(name, bytes, 0, bytes.length));
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected URL findResource(String name) {
        return classPath.entries().stream()
                .map(entry -> entry.find(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        List<URL> found =
                classPath.entries().stream()
                        .map(entry -> entry.find(name))
                        .filter(Objects::nonNull)
                        .toList();
        return Collections.enumeration(
                found.isEmpty()
                        ? QuietSlf4j.resources(name, file -> findResource(file) != null)
                        : found);
    }

    /** JShell asks for classes by findClass, also when they are loaded already. */
    private Class<?> defined(String name, Definition definition) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : definition.define();
        }
    }

    private interface Definition {
        Class<?> define() throws ClassNotFoundException;
    }

    private Class<?> define(String name, byte[] bytes, ClassPathEntry entry)
            throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
            definePackage(name.substring(0, dot), entry.manifest());
        }
        try {
            entry.markUsed();
            return defineClass(name, bytes, 0, bytes.length, entry.domain(this));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackage(String name, Optional<Manifest> manifest) {
        Attributes main = manifest.map(Manifest::getMainAttributes).orElseGet(Attributes::new);
        Attributes own =
                manifest.map(m -> m.getAttributes(name.replace('.', '/') + "/")).orElse(main);
        try {
            definePackage(
                    name,
                    value(own, main, Attributes.Name.SPECIFICATION_TITLE),
                    value(own, main, Attributes.Name.SPECIFICATION_VERSION),
                    value(own, main, Attributes.Name.SPECIFICATION_VENDOR),
                    value(own, main, Attributes.Name.IMPLEMENTATION_TITLE),
                    value(own, main, Attributes.Name.IMPLEMENTATION_VERSION),
                    value(own, main, Attributes.Name.IMPLEMENTATION_VENDOR),
                    null);
        } catch (IllegalArgumentException e) {
            // Another thread loaded a class of this package meanwhile and defined it just so.
        }
    }

    private static String value(Attributes own, Attributes main, Attributes.Name name) {
        return own.getValue(name) != null ? own.getValue(name) : main.getValue(name);
    }
}
