package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/**
 * Asks Maven repositories, with the user's own settings and local repository.
 *
 * <p>All that is asked for in one call is resolved together, so that versions are chosen once.
 */
final class Resolver {
    private final boolean offline;
    private final Repositories repositories;
    private volatile Context context;

    Resolver(boolean offline, Repositories repositories) {
        this.offline = offline;
        this.repositories = repositories;
    }

    /** The artifacts that coordinates name, and all they need. */
    Resolved artifacts(MavenArguments wanted) {
        return resolve(
                wanted,
                (session, usual) -> {
                    CollectRequest request = new CollectRequest().setRepositories(usual);
                    for (String name : wanted.names()) {
                        Artifact artifact =
                                Coordinate.artifact(name, session.getArtifactTypeRegistry());
                        request.addDependency(new Dependency(artifact, JavaScopes.COMPILE));
                    }
                    return request;
                });
    }

    /** What a POM depends on in scopes that {@code scope} accepts, and all that needs. */
    Resolved pom(Path file, Predicate<String> scope, MavenArguments options) {
        return resolve(
                options,
                (session, usual) -> {
                    ArtifactDescriptorResult pom =
                            new PomFile(file).read(context.repositorySystem(), session, usual);
                    CollectRequest request =
                            new CollectRequest()
                                    .setRepositories(both(session, usual, pom.getRepositories()))
                                    .setManagedDependencies(pom.getManagedDependencies());
                    for (Dependency dependency : pom.getDependencies()) {
                        if (scope.test(dependency.getScope())) {
                            request.addDependency(dependency.setScope(JavaScopes.COMPILE));
                        }
                    }
                    return request;
                });
    }

    private interface Question {
        CollectRequest of(RepositorySystemSession session, List<RemoteRepository> repositories);
    }

    private Resolved resolve(MavenArguments options, Question question) {
        Downloads downloads = new Downloads(options.verbosity() > 1);
        Runnable cancel =
                () -> {
                    downloads.cancel();
                    // The old one may hold locks for as long as a server does not answer.
                    context = null;
                };
        try {
            return Interruptible.call(() -> ask(options, question, downloads), cancel);
        } finally {
            downloads.end();
        }
    }

    private Resolved ask(MavenArguments options, Question question, Downloads downloads) {
        if (context == null) {
            context = open();
        }
        Context maven = context;
        RepositorySystemSession session =
                new DefaultRepositorySystemSession(maven.repositorySystemSession())
                        .setTransferListener(downloads)
                        .setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        List<RemoteRepository> usual =
                repositories.chosen(maven.remoteRepositories(), options.from()).stream()
                        .flatMap(
                                repository ->
                                        maven
                                                .repositorySystem()
                                                .newResolutionRepositories(
                                                        session, List.of(repository))
                                                .stream())
                        .toList();
        try {
            DependencyNode root =
                    maven.repositorySystem()
                            .collectDependencies(session, question.of(session, usual))
                            .getRoot();
            return resolved(maven, session, root);
        } catch (RepositoryException e) {
            throw new MagicException(options.magic() + ": " + reason(e) + " Nothing was added.");
        }
    }

    private static Resolved resolved(
            Context maven, RepositorySystemSession session, DependencyNode root)
            throws RepositoryException {
        DependencyGraph graph = DependencyGraph.of(root);
        List<ArtifactRequest> requests =
                graph.winners().stream().map(ArtifactRequest::new).toList();
        List<Artifact> asked = new ArrayList<>();
        List<Artifact> needed = new ArrayList<>();
        for (ArtifactResult found : maven.repositorySystem().resolveArtifacts(session, requests)) {
            boolean direct = root.getChildren().contains(found.getRequest().getDependencyNode());
            (direct ? asked : needed).add(found.getArtifact());
        }
        return new Resolved(asked, needed, graph);
    }

    private Context open() {
        ContextOverrides.Builder settings =
                ContextOverrides.create()
                        .withUserSettings(true)
                        .withMavenUserHomeOverride(Path.of(System.getProperty("user.home"), ".m2"));
        if (offline) {
            settings.offline(true);
        }
        return Runtimes.INSTANCE.getRuntime().create(settings.build());
    }

    private List<RemoteRepository> both(
            RepositorySystemSession session,
            List<RemoteRepository> usual,
            List<RemoteRepository> others) {
        List<RemoteRepository> all = new ArrayList<>(usual);
        context.repositorySystem().newResolutionRepositories(session, others).stream()
                .filter(other -> usual.stream().noneMatch(r -> r.getId().equals(other.getId())))
                .forEach(all::add);
        return all;
    }

    /** The innermost message: it names the artifact and the repositories that were asked. */
    private String reason(Throwable failure) {
        String last = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean speaks = cause instanceof RepositoryException && cause.getMessage() != null;
            last = speaks ? cause.getMessage().strip() : last;
        }
        String reason = last.endsWith(".") ? last : last + ".";
        return offline
                ? reason + " LUNGO_OFFLINE=1 is set: unset it and restart the kernel to download."
                : reason;
    }
}
