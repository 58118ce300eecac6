package dev.lungo.data;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder where downloads are kept between sessions.
 *
 * <p>{@code LUNGO_CACHE} (or the system property {@code lungo.cache}) names it; otherwise it is the
 * platform's usual place: {@code $XDG_CACHE_HOME/lungo} or {@code ~/.cache/lungo} on Linux, {@code
 * ~/Library/Caches/lungo} on macOS, {@code %LOCALAPPDATA%\lungo\cache} on Windows.
 */
public final class Cache {
    private Cache() {}

    /** The cache folder, which need not exist yet. */
    public static Path folder() {
        String chosen = Settings.value("lungo.cache", "LUNGO_CACHE");
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        return usual(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    /** Where a platform keeps its caches. */
    static Path usual(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return base.resolve("lungo").resolve("cache");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Caches").resolve("lungo");
        }
        // The XDG specification has relative paths ignored.
        Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return (xdg.isAbsolute() ? xdg : home.resolve(".cache")).resolve("lungo");
    }
}
