package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.JavaScanner;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Completes packages, in imports and where a full name may stand.
 *
 * <p>JShell could do so once it has read the names of all classes, which {@link CellFileManager}
 * spares it.
 */
final class PackageNames {
    private static final Set<String> OF_IMPORT = Set.of("import", "static");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void");

    private final CellClassPath classPath;

    PackageNames(CellClassPath classPath) {
        this.classPath = classPath;
    }

    /** The next parts, each with its dot, of packages that begin as the name at the end does. */
    List<String> in(String before) {
        String name = before.substring(wordStart(before, true));
        if (!mayBePackage(before.substring(0, before.length() - name.length()), name)) {
            return List.of();
        }
        int outer = name.lastIndexOf('.') + 1;
        return Stream.concat(ofJdk(), ofClassPath())
                .filter(each -> each.startsWith(name))
                .map(each -> each.substring(outer).replaceFirst("\\..*", "") + ".")
                .distinct()
                .sorted()
                .toList();
    }

    /** Where the part of a name begins that is being typed. */
    static int start(String before) {
        return wordStart(before, false);
    }

    private static int wordStart(String before, boolean withDots) {
        int start = before.length();
        while (start > 0 && isPart(before.charAt(start - 1), withDots)) {
            start--;
        }
        return start;
    }

    private static boolean isPart(char c, boolean withDots) {
        return Character.isJavaIdentifierPart(c) || (withDots && c == '.');
    }

    /** Whether the package of a type, and no name of a variable or member, can begin there. */
    private static boolean mayBePackage(String before, String name) {
        if (name.startsWith(".") || !isCode(before)) {
            return false;
        }
        String code = before.stripTrailing();
        String last = code.substring(start(code));
        if (name.isEmpty()) {
            return OF_IMPORT.contains(last);
        }
        boolean named = !last.isEmpty() && !SourceVersion.isKeyword(last);
        boolean typed = PRIMITIVES.contains(last) || code.endsWith(">") || code.endsWith("]");
        return name.contains(".") || !(named || typed || code.endsWith("."));
    }

    /** Whether what follows is outside of strings and comments. */
    private static boolean isCode(String before) {
        JavaScanner scanner = new JavaScanner(before + "x");
        while (scanner.position() < before.length()) {
            scanner.advance();
        }
        return scanner.position() == before.length();
    }

    private static Stream<String> ofJdk() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getPackages().stream().filter(module::isExported));
    }

    private Stream<String> ofClassPath() {
        return classPath.entries().stream().flatMap(entry -> entry.packages().stream());
    }
}
