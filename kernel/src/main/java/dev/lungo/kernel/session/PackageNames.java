package dev.lungo.kernel.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Completes the package in an import, from the first second on.
 *
 * <p>JShell does so too, once it has read the names of all classes.
 */
final class PackageNames {
    private static final Pattern IMPORT =
            Pattern.compile("(?:^|[\\n;])\\s*import\\s+(?:static\\s+)?((?:\\w+\\.)*)(\\w*)$");

    private final CellClassPath classPath;

    PackageNames(CellClassPath classPath) {
        this.classPath = classPath;
    }

    /** The next parts, each with its dot, of packages that begin as the import at the end does. */
    List<String> in(String before) {
        Matcher typed = IMPORT.matcher(before);
        if (!typed.find()) {
            return List.of();
        }
        String outer = typed.group(1);
        String begin = outer + typed.group(2);
        return Stream.concat(ofJdk(), ofClassPath())
                .filter(name -> name.startsWith(begin))
                .map(name -> name.substring(outer.length()).replaceFirst("\\..*", "") + ".")
                .distinct()
                .sorted()
                .toList();
    }

    /** Where the part of a name begins that is being typed. */
    static int start(String before) {
        int start = before.length();
        while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static Stream<String> ofJdk() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getPackages().stream().filter(module::isExported));
    }

    private Stream<String> ofClassPath() {
        return classPath.entries().stream().flatMap(entry -> entry.packages().stream());
    }
}
