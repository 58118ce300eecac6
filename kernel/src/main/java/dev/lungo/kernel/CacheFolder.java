package dev.lungo.kernel;

import java.nio.file.Path;

/** The folder in which Lungo keeps what can be made again; LUNGO_CACHE names another one. */
final class CacheFolder {
    private CacheFolder() {}

    static Path path() {
        var chosen = System.getProperty("lungo.cache", System.getenv("LUNGO_CACHE"));
        return chosen == null || chosen.isEmpty()
                ? usual(System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                : Path.of(chosen).toAbsolutePath().normalize();
    }

    private static Path usual(String system, Path home) {
        if (system.startsWith("Windows")) {
            return fromEnvironment("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("lungo")
                    .resolve("cache");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve("lungo");
        }
        return fromEnvironment("XDG_CACHE_HOME", home.resolve(".cache")).resolve("lungo");
    }

    /** The specification of these folders has relative paths ignored. */
    private static Path fromEnvironment(String name, Path absent) {
        var path = Path.of(System.getenv().getOrDefault(name, ""));
        return path.isAbsolute() ? path : absent;
    }
}
