package dev.lungo.kernel.session;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of the kernel's own class path that cells see: what extensions and IJava notebooks name.
 *
 * <p>Everything else the kernel brings (sockets, JSON, the Maven resolver) is hidden, so that a
 * notebook can load any version of the same libraries.
 */
final class VisibleClasses extends ClassLoader {
    private static final Set<String> SYSTEM_PACKAGES =
            ModuleLayer.boot().modules().stream()
                    .filter(module -> module.getClassLoader() == getSystemClassLoader())
                    .flatMap(module -> module.getPackages().stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final ClassLoader kernel;

    VisibleClasses(ClassLoader kernel) {
        super("visible", getPlatformClassLoader());
        this.kernel = kernel;
    }

    /** Whether cells see this package of the kernel. */
    static boolean shows(String packageName) {
        return packageName.equals("dev.lungo.kernel")
                || within("io.github.spencerpark.jupyter", packageName)
                || within("io.github.spencerpark.ijava", packageName);
    }

    private static boolean within(String root, String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (shows(packageName)
                || SYSTEM_PACKAGES.contains(packageName)
                || name.equals(StopCheck.class.getName())) {
            return kernel.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected URL findResource(String name) {
        return showsResource(name) ? kernel.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return showsResource(name) ? kernel.getResources(name) : Collections.emptyEnumeration();
    }

    private static boolean showsResource(String name) {
        return shows(name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'));
    }
}
