package dev.lungo.kernel.session;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A jar or a folder of classes on the class path of the cells. */
final class ClassPathEntry implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("^META-INF/versions/\\d+/");

    private final Path path;
    private JarFile jar;
    private ProtectionDomain domain;
    private volatile boolean used;
    private volatile Set<String> folders;

    ClassPathEntry(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    String fileName() {
        return path.getFileName().toString();
    }

    /** Whether a class of this entry was loaded. */
    boolean used() {
        return used;
    }

    void markUsed() {
        used = true;
    }

    /** The bytes of the file {@code name}, or null if there is none. */
    byte[] read(String name) {
        try {
            if (isFolder()) {
                Path file = path.resolve(name);
                return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            }
            JarEntry entry = jar().getJarEntry(name);
            if (entry == null) {
                return null;
            }
            try (InputStream bytes = jar().getInputStream(entry)) {
                return bytes.readAllBytes();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Where the file {@code name} is, or null if there is none. */
    URL find(String name) {
        try {
            if (isFolder()) {
                Path file = path.resolve(name);
                return Files.exists(file) ? file.toUri().toURL() : null;
            }
            JarEntry entry = jar().getJarEntry(name);
            return entry == null
                    ? null
                    : new URL("jar:" + path.toUri() + "!/" + escaped(entry.getRealName()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether there may be files of this package; told quickly, and kept for a jar. */
    boolean mayHave(String packageName) {
        if (isFolder()) {
            return true;
        }
        if (folders == null) {
            folders =
                    names().stream()
                            .map(name -> VERSION.matcher(name).replaceFirst(""))
                            .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))))
                            .collect(Collectors.toSet());
        }
        return folders.contains(packageName.replace('.', '/'));
    }

    /** The packages that have a class here. */
    Set<String> packages() {
        return names().stream()
                .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))))
                .map(folder -> folder.replace('/', '.'))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The packages that have a class of this name. */
    Set<String> packagesOf(String className) {
        String end = "/" + className + ".class";
        return names().stream()
                .filter(name -> name.endsWith(end) && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.length() - end.length()).replace('/', '.'))
                .collect(Collectors.toSet());
    }

    /** The services that this entry provides. */
    Set<String> services() {
        return names().stream()
                .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
                .collect(Collectors.toSet());
    }

    Optional<Manifest> manifest() {
        try {
            if (isFolder()) {
                byte[] bytes = read(JarFile.MANIFEST_NAME);
                return bytes == null
                        ? Optional.empty()
                        : Optional.of(new Manifest(new ByteArrayInputStream(bytes)));
            }
            return Optional.ofNullable(jar().getManifest());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The jars that the manifest puts behind this one, those that exist. */
    List<Path> manifestClassPath() {
        String names =
                manifest()
                        .map(m -> m.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                        .orElse("");
        return Stream.of(names.split(" +"))
                .filter(name -> !name.isBlank())
                .flatMap(this::besideThis)
                .filter(Files::exists)
                .toList();
    }

    /** A name that is no URL of a file is left out, as the JDK does. */
    private Stream<Path> besideThis(String name) {
        try {
            URI uri = path.toUri().resolve(name);
            return "file".equals(uri.getScheme()) ? Stream.of(Path.of(uri)) : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    synchronized ProtectionDomain domain(ClassLoader loader) throws MalformedURLException {
        if (domain == null) {
            CodeSource source = new CodeSource(path.toUri().toURL(), (Certificate[]) null);
            domain = new ProtectionDomain(source, null, loader, null);
        }
        return domain;
    }

    @Override
    public synchronized void close() {
        try {
            if (jar != null) {
                jar.close();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isFolder() {
        return Files.isDirectory(path);
    }

    private synchronized JarFile jar() throws IOException {
        if (jar == null) {
            File file = path.toFile();
            jar = new JarFile(file, true, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        }
        return jar;
    }

    private Set<String> names() {
        try {
            if (!isFolder()) {
                return jar().stream().map(JarEntry::getName).collect(Collectors.toSet());
            }
            try (Stream<Path> files = Files.walk(path)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .collect(Collectors.toSet());
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String escaped(String name) {
        try {
            return new URI(null, null, "/" + name, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no name of a file: " + name, e);
        }
    }

    private UncheckedIOException unreadable(IOException cause) {
        String reason =
                cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
        return new UncheckedIOException("cannot read " + path + ": " + reason, cause);
    }
}
