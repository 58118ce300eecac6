package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import dev.lungo.kernel.magic.MagicHost;
import dev.lungo.kernel.magic.MagicRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The magics that bring artifacts of Maven repositories into a notebook. */
public final class MavenMagics {
    /** IJava's scopes of {@code %loadFromPOM}, when it is given none. */
    private static final Set<String> USUAL_SCOPES =
            Set.of("compile", "runtime", "system", "import");

    private static final Set<String> SCOPES =
            Set.of("compile", "runtime", "system", "import", "provided", "test");

    private final Repositories repositories = new Repositories();
    private final Resolver resolver;
    private final Additions additions;

    private MavenMagics(MagicHost host, boolean offline) {
        this.resolver = new Resolver(offline, repositories);
        this.additions = new Additions(host);
    }

    /**
     * Registers them with {@code magics}; what they find goes to {@code host}.
     *
     * @param offline whether to use only what the local repository holds
     */
    public static void register(MagicRegistry magics, MagicHost host, boolean offline) {
        MavenMagics maven = new MavenMagics(host, offline);
        for (String name : List.of("maven", "addMavenDependencies", "addMavenDependency")) {
            magics.registerLineMagic(name, maven::add);
        }
        for (String name : List.of("mavenRepo", "addMavenRepo")) {
            magics.registerLineMagic(name, maven::addRepository);
        }
        magics.registerLineMagic("loadFromPOM", maven::load);
        magics.registerCellMagic("loadFromPOM", maven::loadFragment);
    }

    /** {@code %maven}: resolves all coordinates together and adds the jars. */
    private synchronized List<String> add(List<String> args) {
        MavenArguments wanted = MavenArguments.parse("%maven", args);
        if (wanted.names().isEmpty()) {
            throw new MagicException(
                    "%maven needs at least one artifact, written " + Coordinate.FORM + ".");
        }
        return additions.add(resolver.artifacts(wanted), wanted.verbosity());
    }

    /** {@code %mavenRepo}: adds a repository for the magics that follow. */
    private synchronized Void addRepository(List<String> args) {
        if (args.size() != 2) {
            throw new MagicException(
                    "%mavenRepo needs an id and a URL, for example %mavenRepo mine"
                            + " https://example.org/maven. Received: "
                            + (args.isEmpty() ? "nothing" : String.join(" ", args)));
        }
        repositories.add(args.get(0), args.get(1));
        return null;
    }

    /** {@code %loadFromPOM}: adds what a POM of this machine depends on. */
    private synchronized List<String> load(List<String> args) {
        MavenArguments options = MavenArguments.parse("%loadFromPOM", args);
        if (options.names().isEmpty()) {
            throw new MagicException(
                    "%loadFromPOM needs the path of a POM, for example %loadFromPOM pom.xml");
        }
        Path given = Path.of(options.names().get(0));
        Path pom = Files.isDirectory(given) ? given.resolve("pom.xml") : given;
        if (!Files.isRegularFile(pom)) {
            throw new MagicException(
                    "%loadFromPOM found no file " + pom.toAbsolutePath().normalize() + ".");
        }
        return load(pom, options.names().subList(1, options.names().size()), options);
    }

    /**
     * {@code %%loadFromPOM}: adds what a POM, or a piece of one, in the cell depends on.
     *
     * @return null, as in IJava: a cell shows the value of its cell magic
     */
    private synchronized Void loadFragment(List<String> args, String body) throws IOException {
        MavenArguments options = MavenArguments.parse("%%loadFromPOM", args);
        Path pom = Files.createTempFile("notebook", ".pom");
        try {
            Files.writeString(pom, PomFragment.complete(body));
            load(pom, options.names(), options);
            return null;
        } finally {
            Files.delete(pom);
        }
    }

    private List<String> load(Path pom, List<String> scopes, MavenArguments options) {
        for (String scope : scopes) {
            if (!SCOPES.contains(scope)) {
                throw new MagicException(
                        "%loadFromPOM: there is no scope "
                                + scope
                                + ". Maven's are compile, runtime, provided, system and test.");
            }
        }
        Set<String> wanted = scopes.isEmpty() ? USUAL_SCOPES : Set.copyOf(scopes);
        return additions.add(resolver.pom(pom, wanted::contains, options), options.verbosity());
    }
}
