package dev.lungo.kernel.maven;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/**
 * What of a graph of dependencies is used, and which versions lost against which.
 *
 * @param winners what to use, nearest first
 * @param lost one explanation for each artifact of which another version was wanted, too
 */
record Conflicts(List<DependencyNode> winners, List<String> lost) {
    private static final int SHOWN = 3;

    /** Reads a graph that was collected with the losers left in. */
    static Conflicts of(DependencyNode root) {
        Map<String, DependencyNode> winners = new LinkedHashMap<>();
        Map<String, String> lost = new LinkedHashMap<>();
        Deque<DependencyNode> level = new ArrayDeque<>(List.of(root));
        while (!level.isEmpty()) {
            DependencyNode parent = level.removeFirst();
            for (DependencyNode node : parent.getChildren()) {
                Object winner = node.getData().get(ConflictResolver.NODE_DATA_WINNER);
                if (winner == null) {
                    winners.putIfAbsent(ArtifactIdUtils.toVersionlessId(node.getArtifact()), node);
                    level.addLast(node);
                } else {
                    explain(node, ((DependencyNode) winner).getArtifact(), parent, lost);
                }
            }
        }
        return new Conflicts(List.copyOf(winners.values()), List.copyOf(lost.values()));
    }

    /** All explanations in one line, shortened; empty when nothing lost. */
    String line() {
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
