package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.MagicArguments;
import java.io.File;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment says about a session: IJava's variables, and LUNGO_OFFLINE.
 *
 * @param compilerOptions IJAVA_COMPILER_OPTS, options of javac
 * @param statementLimit IJAVA_TIMEOUT, how long one statement may take
 * @param classPath IJAVA_CLASSPATH, globs of jars and folders
 * @param scripts IJAVA_STARTUP_SCRIPTS_PATH, globs of files to run before the first cell
 * @param script IJAVA_STARTUP_SCRIPT, source to run after those
 * @param offline LUNGO_OFFLINE, whether nothing is to be downloaded
 */
record SessionSettings(
        List<String> compilerOptions,
        Optional<Duration> statementLimit,
        List<String> classPath,
        List<String> scripts,
        String script,
        boolean offline) {
    private static final Pattern LIMIT = Pattern.compile("\\s*(-?\\d{1,15})\\W*([A-Za-z]*)\\s*");

    /** Reads the variables; those that are not set change nothing. */
    static SessionSettings of(Map<String, String> environment) {
        return new SessionSettings(
                MagicArguments.split(environment.getOrDefault("IJAVA_COMPILER_OPTS", "")),
                limit(environment.getOrDefault("IJAVA_TIMEOUT", "")),
                paths(environment.getOrDefault("IJAVA_CLASSPATH", "")),
                paths(environment.getOrDefault("IJAVA_STARTUP_SCRIPTS_PATH", "")),
                environment.getOrDefault("IJAVA_STARTUP_SCRIPT", ""),
                environment.getOrDefault("LUNGO_OFFLINE", "").equals("1"));
    }

    /** What to say when javac refuses an argument. */
    IllegalArgumentException explained(IllegalArgumentException refused) {
        return compilerOptions.isEmpty()
                ? refused
                : new IllegalArgumentException(
                        "javac does not take what IJAVA_COMPILER_OPTS gives it, "
                                + String.join(" ", compilerOptions)
                                + ". It says: "
                                + refused.getMessage()
                                + ". Correct the variable and restart the kernel.",
                        refused);
    }

    private static List<String> paths(String text) {
        return Arrays.stream(text.split(Pattern.quote(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .toList();
    }

    /** As in IJava: milliseconds when no unit is named, and no limit below zero. */
    private static Optional<Duration> limit(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Matcher written = LIMIT.matcher(text);
        if (!written.matches()) {
            throw notALimit(text);
        }
        long amount = Long.parseLong(written.group(1));
        return amount < 0
                ? Optional.empty()
                : Optional.of(Duration.of(amount, unit(written.group(2), text)));
    }

    private static ChronoUnit unit(String name, String text) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "NANOSECONDS" -> ChronoUnit.NANOS;
            case "MICROSECONDS" -> ChronoUnit.MICROS;
            case "", "MILLISECONDS" -> ChronoUnit.MILLIS;
            case "SECONDS" -> ChronoUnit.SECONDS;
            case "MINUTES" -> ChronoUnit.MINUTES;
            case "HOURS" -> ChronoUnit.HOURS;
            case "DAYS" -> ChronoUnit.DAYS;
            default -> throw notALimit(text);
        };
    }

    private static IllegalArgumentException notALimit(String text) {
        return new IllegalArgumentException(
                "IJAVA_TIMEOUT is "
                        + text
                        + ", which is no duration. Write a number and a unit, for example 30"
                        + " SECONDS or 1500 MILLISECONDS, and restart the kernel.");
    }
}
