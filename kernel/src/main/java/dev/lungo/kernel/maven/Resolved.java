package dev.lungo.kernel.maven;

import java.util.List;
import org.eclipse.aether.artifact.Artifact;

/**
 * What a resolution found, with its files.
 *
 * @param asked the artifacts that the notebook named
 * @param needed the artifacts that those need
 * @param graph why, and which versions were not chosen
 */
record Resolved(List<Artifact> asked, List<Artifact> needed, DependencyGraph graph) {
    Resolved {
        asked = List.copyOf(asked);
        needed = List.copyOf(needed);
    }
}
