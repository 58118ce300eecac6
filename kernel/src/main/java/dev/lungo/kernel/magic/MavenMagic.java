package dev.lungo.kernel.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/** {@code %maven}: adds artifacts, and all they need, from Maven repositories. */
final class MavenMagic {
    private static final String FORM = "group:artifact[:packaging[:classifier]]:version";

    private final MagicHost host;
    private Context context;

    MavenMagic(MagicHost host) {
        this.host = host;
    }

    /** Resolves all coordinates together and adds the jars; returns those in use. */
    synchronized List<String> add(List<String> coordinates) {
        List<Dependency> wanted = coordinates.stream().map(MavenMagic::dependency).toList();
        if (wanted.isEmpty()) {
            throw new MagicException("%maven needs at least one artifact, written " + FORM + ".");
        }
        List<Artifact> found = resolveAsKernel(wanted);
        List<Path> jars =
                found.stream()
                        .map(artifact -> artifact.getFile().toPath())
                        .filter(file -> file.toString().endsWith(".jar"))
                        .toList();
        List<String> used = host.addToClassPath(jars);
        System.out.println(summary(coordinates, used.size()));
        return used;
    }

    /** The resolver finds its parts through the context class loader, which is the cell's. */
    private List<Artifact> resolveAsKernel(List<Dependency> wanted) {
        Thread thread = Thread.currentThread();
        ClassLoader cells = thread.getContextClassLoader();
        thread.setContextClassLoader(MavenMagic.class.getClassLoader());
        try {
            return resolve(wanted);
        } finally {
            thread.setContextClassLoader(cells);
        }
    }

    private List<Artifact> resolve(List<Dependency> wanted) {
        if (context == null) {
            ContextOverrides settings = ContextOverrides.create().withUserSettings(true).build();
            context = Runtimes.INSTANCE.getRuntime().create(settings);
        }
        CollectRequest collect =
                new CollectRequest()
                        .setDependencies(wanted)
                        .setRepositories(context.remoteRepositories());
        DependencyRequest request =
                new DependencyRequest(
                        collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        try {
            return context
                    .repositorySystem()
                    .resolveDependencies(context.repositorySystemSession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .toList();
        } catch (RepositoryException e) {
            throw new MagicException("%maven: " + reason(e) + " Nothing was added.");
        }
    }

    private static Dependency dependency(String coordinate) {
        if (coordinate.startsWith("-")) {
            throw new MagicException("%maven has no option " + coordinate + ".");
        }
        try {
            return new Dependency(new DefaultArtifact(coordinate), JavaScopes.RUNTIME);
        } catch (IllegalArgumentException e) {
            throw new MagicException(
                    "%maven: " + coordinate + " is not an artifact. Write it " + FORM + ".");
        }
    }

    /** The innermost message: it names the artifact and the repositories that were asked. */
    private static String reason(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RepositoryException && cause.getMessage() != null) {
                messages.add(cause.getMessage());
            }
        }
        String last = messages.get(messages.size() - 1);
        return last.endsWith(".") ? last : last + ".";
    }

    private static String summary(List<String> coordinates, int jars) {
        int more = jars - coordinates.size();
        String others = more <= 0 ? "" : " and " + more + " more it needs";
        return "added " + String.join(", ", coordinates) + others;
    }
}
