package dev.lungo.kernel.maven;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/**
 * What of a graph of dependencies is used, and which versions lost against which.
 *
 * @param winners what to use, nearest first
 * @param needs what each artifact needs directly, by their names without versions
 * @param lost one explanation for each artifact of which another version was wanted, too
 */
record DependencyGraph(
        List<DependencyNode> winners, Map<String, List<String>> needs, List<String> lost) {
    private static final int SHOWN = 3;

    /** Reads a graph that was collected with the losers left in. */
    static DependencyGraph of(DependencyNode root) {
        Map<String, DependencyNode> winners = new LinkedHashMap<>();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        Map<String, String> lost = new LinkedHashMap<>();
        Deque<DependencyNode> level = new ArrayDeque<>(List.of(root));
        while (!level.isEmpty()) {
            DependencyNode parent = level.removeFirst();
            for (DependencyNode node : parent.getChildren()) {
                if (parent.getArtifact() != null) {
                    needs.computeIfAbsent(name(parent), any -> new ArrayList<>()).add(name(node));
                }
                Object winner = node.getData().get(ConflictResolver.NODE_DATA_WINNER);
                if (winner == null) {
                    winners.putIfAbsent(ArtifactIdUtils.toVersionlessId(node.getArtifact()), node);
                    level.addLast(node);
                } else {
                    explain(node, ((DependencyNode) winner).getArtifact(), parent, lost);
                }
            }
        }
        return new DependencyGraph(
                List.copyOf(winners.values()), needs, List.copyOf(lost.values()));
    }

    /** Whether an artifact is one of {@code roots}, or needed by one, or by what that needs. */
    Predicate<Artifact> neededBy(Collection<Artifact> roots) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        roots.forEach(root -> next.add(ArtifactIdUtils.toVersionlessId(root)));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (reached.add(name)) {
                next.addAll(needs.getOrDefault(name, List.of()));
            }
        }
        return artifact -> reached.contains(ArtifactIdUtils.toVersionlessId(artifact));
    }

    private static String name(DependencyNode node) {
        return ArtifactIdUtils.toVersionlessId(node.getArtifact());
    }

    /** All explanations in one line, shortened; empty when nothing lost. */
    String conflicts() {
        if (lost.isEmpty()) {
            return "";
        }
        List<String> shown = new ArrayList<>(lost.subList(0, Math.min(SHOWN, lost.size())));
        if (lost.size() > SHOWN) {
            shown.add((lost.size() - SHOWN) + " more (-v lists them)");
        }
        return "nearest version chosen: " + String.join("; ", shown);
    }

    private static void explain(
            DependencyNode loser,
            Artifact winner,
            DependencyNode parent,
            Map<String, String> lost) {
        Artifact artifact = loser.getArtifact();
        if (!artifact.getVersion().equals(winner.getVersion())) {
            String by =
                    parent.getArtifact() == null
                            ? ""
                            : ", which " + parent.getArtifact().getArtifactId() + " wants";
            lost.putIfAbsent(
                    ArtifactIdUtils.toVersionlessId(artifact),
                    artifact.getArtifactId()
                            + " "
                            + winner.getVersion()
                            + ", not "
                            + artifact.getVersion()
                            + by);
        }
    }
}
