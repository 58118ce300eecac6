package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * A POM of this machine, read as Maven reads those of artifacts: with its parents, properties,
 * profiles, dependency management and imported BOMs.
 */
final class PomFile implements WorkspaceReader {
    private static final Artifact NAME = new DefaultArtifact("notebook:notebook:pom:0");

    private final Path file;
    private final WorkspaceRepository repository = new WorkspaceRepository("notebook");

    PomFile(Path file) {
        this.file = file;
    }

    /** What the POM says, all inherited and managed values filled in. */
    ArtifactDescriptorResult read(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories) {
        DefaultRepositorySystemSession strict =
                new DefaultRepositorySystemSession(session)
                        .setWorkspaceReader(this)
                        .setArtifactDescriptorPolicy(
                                new SimpleArtifactDescriptorPolicy(false, false));
        try {
            return system.readArtifactDescriptor(
                    strict, new ArtifactDescriptorRequest(NAME, repositories, ""));
        } catch (ArtifactDescriptorException e) {
            throw new MagicException(
                    "%loadFromPOM cannot use this POM: " + reason(e) + " Nothing was added.");
        }
    }

    /** What the innermost cause says, without the marks of Maven's own console. */
    private static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String text = String.valueOf(reason.getMessage());
        String problems =
                text.lines()
                        .filter(line -> line.startsWith("[ERROR]") || line.startsWith("[FATAL]"))
                        .map(line -> line.replaceAll("^\\[\\w+\\] | @\\s*$", ""))
                        .collect(Collectors.joining(" "));
        return problems.isEmpty() ? text.strip() : problems;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public File findArtifact(Artifact artifact) {
        boolean asked =
                artifact.getGroupId().equals(NAME.getGroupId())
                        && artifact.getArtifactId().equals(NAME.getArtifactId());
        return asked ? file.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return List.of();
    }
}
