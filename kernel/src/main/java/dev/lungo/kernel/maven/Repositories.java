package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import dev.lungo.kernel.magic.NearNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.repository.RemoteRepository;

/** The repositories that a notebook names, beside those of the user's settings. */
final class Repositories {
    private final Map<String, RemoteRepository> added = new LinkedHashMap<>();

    /** Adds one, or gives the one of the same id another URL. */
    void add(String id, String url) {
        added.put(id, repository(id, url));
    }

    /**
     * Where to look, in order: everywhere, or only where {@code --from} says.
     *
     * @param usual Maven Central and the repositories of the user's settings
     * @param from ids and URLs; none for everywhere
     */
    List<RemoteRepository> chosen(List<RemoteRepository> usual, List<String> from) {
        Map<String, RemoteRepository> known = new LinkedHashMap<>();
        usual.forEach(repository -> known.put(repository.getId(), repository));
        known.putAll(added);
        if (from.isEmpty()) {
            return List.copyOf(known.values());
        }
        List<RemoteRepository> chosen = new ArrayList<>();
        for (String name : from) {
            chosen.add(
                    Optional.ofNullable(known.get(name))
                            .orElseGet(() -> byUrl(name, known.keySet())));
        }
        return chosen;
    }

    private static RemoteRepository byUrl(String name, Collection<String> known) {
        if (name.contains(":") || name.contains("/")) {
            return repository(name.replaceAll("[^\\w.-]+", "-"), name);
        }
        String near =
                NearNames.nearest(name, known)
                        .map(id -> "Did you mean " + id + "?")
                        .orElse("%mavenRepo adds one.");
        throw new MagicException(
                "%maven: there is no repository "
                        + name
                        + ". Known: "
                        + String.join(", ", known)
                        + ". "
                        + near);
    }

    private static RemoteRepository repository(String id, String url) {
        return new RemoteRepository.Builder(id, "default", checked(url)).build();
    }

    /** A folder of this machine may be named by its path. */
    private static String checked(String url) {
        if (url.startsWith("/") && Files.isDirectory(Path.of(url))) {
            return Path.of(url).toUri().toString();
        }
        try {
            String scheme = new URI(url).getScheme();
            if (scheme != null && scheme.matches("https?|file")) {
                return url;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new MagicException(
                "%mavenRepo: "
                        + url
                        + " is not the URL of a repository. It begins with https:, http: or"
                        + " file:.");
    }
}
