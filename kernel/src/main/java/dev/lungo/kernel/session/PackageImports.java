package dev.lungo.kernel.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which names an {@code import java.util.*} of the JDK brings.
 *
 * <p>For an import that a source has no use for, the compiler would still make a symbol for every
 * class of the package.
 */
final class PackageImports {
    private static final Pattern ALL_OF = Pattern.compile("import\\s+([\\w.]+)\\.\\*\\s*;?");

    private final Map<String, Set<String>> known = new HashMap<>();

    /** Whether a source with these words may mean another thing without the import. */
    boolean matters(String source, Set<String> words) {
        Matcher all = ALL_OF.matcher(source);
        if (!all.matches()) {
            return true;
        }
        Set<String> names = known.computeIfAbsent(all.group(1), PackageImports::names);
        // None for the packages of jars, and for a type whose members are imported.
        return names.isEmpty() || words.stream().anyMatch(names::contains);
    }

    private static Set<String> names(String packageName) {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getPackages().contains(packageName))
                .findFirst()
                .map(module -> Set.copyOf(JdkNames.in(module.getName(), packageName)))
                .orElse(Set.of());
    }
}
