package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.MagicException;
import dev.lungo.kernel.magic.MagicHost;
import dev.lungo.kernel.magic.PathGlob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * IJava's start-up: the class path, then script files, then a script, all named by the environment.
 *
 * <p>They run inside the first cell, which shows what they print and where they fail.
 */
final class StartupScripts {
    private final SessionSettings settings;
    private final MagicHost host;
    private boolean ran;

    StartupScripts(SessionSettings settings, MagicHost host) {
        this.settings = settings;
        this.host = host;
    }

    /** Runs them before the first cell; later calls do nothing. */
    void runOnce() {
        if (ran) {
            return;
        }
        ran = true;
        List<Path> classPath = found("IJAVA_CLASSPATH", settings.classPath());
        if (!classPath.isEmpty()) {
            host.addToClassPath(classPath);
        }
        for (Path script : found("IJAVA_STARTUP_SCRIPTS_PATH", settings.scripts())) {
            host.runSource(read(script), script.getFileName().toString());
        }
        if (!settings.script().isBlank()) {
            host.runSource(settings.script(), "IJAVA_STARTUP_SCRIPT");
        }
    }

    private static List<Path> found(String variable, List<String> globs) {
        List<Path> all = new ArrayList<>();
        for (String glob : globs) {
            List<Path> some = PathGlob.find(glob);
            if (some.isEmpty()) {
                System.err.println(variable + ": nothing found for " + glob);
            }
            all.addAll(some);
        }
        return all;
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new MagicException(
                    "IJAVA_STARTUP_SCRIPTS_PATH: cannot read " + script + ": " + e.getMessage());
        }
    }
}
