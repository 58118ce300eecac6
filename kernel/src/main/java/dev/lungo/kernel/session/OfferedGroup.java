package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offered jars that only work together, so they come and go together.
 *
 * @param name what users call it: {@code DJL}, or the name of the only jar
 */
record OfferedGroup(String name, List<ClassPathEntry> jars) {
    private static final Map<String, String> BY_PACKAGE =
            Map.of(
                    "ai.djl", "DJL",
                    "tech.tablesaw", "Tablesaw",
                    "org.knowm.xchart", "XChart",
                    "org.slf4j", "SLF4J");
    private static final Pattern DJL_NATIVES =
            Pattern.compile("(pytorch|mxnet|tensorflow|onnxruntime)-(native|jni).*");
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d.*?)\\.jar");

    /** The groups of the offered jars, in order. */
    static List<OfferedGroup> of(Collection<ClassPathEntry> jars) {
        Map<String, List<ClassPathEntry>> groups = new LinkedHashMap<>();
        for (ClassPathEntry jar : jars) {
            groups.computeIfAbsent(nameOf(jar), name -> new ArrayList<>()).add(jar);
        }
        return groups.entrySet().stream()
                .map(group -> new OfferedGroup(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }

    /** Whether a class of the group was loaded. */
    boolean used() {
        return jars.stream().anyMatch(ClassPathEntry::used);
    }

    /** Whether a jar of the same file name, and so of the same version, is offered. */
    boolean has(ClassPathEntry added) {
        return jars.stream().anyMatch(jar -> jar.fileName().equals(added.fileName()));
    }

    /** The jar of the group that cannot be on one class path with {@code added}. */
    Optional<ClassPathEntry> rivalOf(ClassPathEntry added) {
        Set<String> packages = added.packages();
        Set<String> services = new HashSet<>(added.services());
        services.removeIf(service -> !service.startsWith("org.slf4j."));
        return jars.stream()
                .filter(jar -> meet(packages, jar.packages()) || meet(services, jar.services()))
                .findFirst();
    }

    /** The version that a jar states in its file name or its manifest. */
    static String versionOf(ClassPathEntry jar) {
        Matcher versioned = VERSIONED.matcher(jar.fileName());
        if (versioned.matches()) {
            return versioned.group(2);
        }
        return jar.manifest()
                .map(m -> m.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                .orElse(jar.fileName());
    }

    private static String nameOf(ClassPathEntry jar) {
        if (DJL_NATIVES.matcher(jar.fileName()).matches()) {
            return "DJL";
        }
        for (String packageName : jar.packages()) {
            for (Map.Entry<String, String> known : BY_PACKAGE.entrySet()) {
                if ((packageName + ".").startsWith(known.getKey() + ".")) {
                    return known.getValue();
                }
            }
        }
        Matcher versioned = VERSIONED.matcher(jar.fileName());
        return versioned.matches() ? versioned.group(1) : jar.fileName();
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
