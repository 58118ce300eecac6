package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;

/** Puts what was resolved on the class path of the cells, and says what came of it. */
final class Additions {
    private static final int NAMED = 4;

    private final MagicHost host;

    /** The versions that the notebook added so far: a class path has room for one of each. */
    private final Map<String, String> versions = new LinkedHashMap<>();

    Additions(MagicHost host) {
        this.host = host;
    }

    /** Adds the jars; returns those in use. */
    List<String> add(Resolved found, int verbosity) {
        // What only a refused jar needs would take the place of what the one in use needs.
        List<Artifact> welcome =
                found.asked().stream()
                        .filter(a -> !isJar(a) || !host.refuses(a.getFile().toPath()))
                        .toList();
        List<Artifact> all = new ArrayList<>(found.asked());
        found.needed().stream().filter(found.graph().neededBy(welcome)).forEach(all::add);
        all.removeIf(artifact -> !isJar(artifact));
        all.removeIf(artifact -> isOtherVersion(artifact, found.asked().contains(artifact)));
        List<String> used =
                host.addToClassPath(all.stream().map(a -> a.getFile().toPath()).toList());
        Set<String> files =
                used.stream()
                        .map(path -> Path.of(path).getFileName().toString())
                        .collect(Collectors.toSet());
        all.removeIf(artifact -> !files.contains(artifact.getFile().getName()));
        all.forEach(a -> versions.put(ArtifactIdUtils.toVersionlessId(a), a.getVersion()));
        report(all, found, verbosity);
        return used;
    }

    private static boolean isJar(Artifact artifact) {
        return artifact.getFile().getName().endsWith(".jar");
    }

    private boolean isOtherVersion(Artifact artifact, boolean asked) {
        String present = versions.get(ArtifactIdUtils.toVersionlessId(artifact));
        boolean other = present != null && !present.equals(artifact.getVersion());
        if (other) {
            System.out.println(
                    name(artifact)
                            + " is not used: "
                            + present
                            + " is on the class path already."
                            + (asked ? " To use it, restart the kernel and add it first." : ""));
        }
        return other;
    }

    private static void report(List<Artifact> used, Resolved found, int verbosity) {
        List<Artifact> asked = used.stream().filter(found.asked()::contains).toList();
        int more = used.size() - asked.size();
        String names =
                asked.size() > NAMED
                        ? asked.size() + " artifacts"
                        : asked.stream().map(Additions::name).collect(Collectors.joining(", "));
        if (!asked.isEmpty()) {
            System.out.println("added " + names + (more == 0 ? "" : needs(more, asked.size())));
        } else if (more > 0) {
            System.out.println("added " + more + " artifacts");
        }
        if (verbosity > 0) {
            found.graph().lost().forEach(lost -> System.out.println("  chose " + lost));
            used.forEach(artifact -> System.out.println("  " + name(artifact)));
        } else if (!found.graph().lost().isEmpty()) {
            System.out.println(found.graph().conflicts());
        }
    }

    private static String needs(int more, int asked) {
        return " and " + more + " more " + (asked == 1 ? "it needs" : "they need");
    }

    private static String name(Artifact artifact) {
        String classifier = artifact.getClassifier();
        return artifact.getGroupId()
                + ":"
                + artifact.getArtifactId()
                + (classifier.isEmpty() ? "" : ":" + classifier)
                + ":"
                + artifact.getVersion();
    }
}
