package dev.lungo.data;

import dev.lungo.LungoException;

/**
 * The switches that come from outside: environment variables, read each time.
 *
 * <p>A system property of the same meaning wins ({@code lungo.fast} over {@code LUNGO_FAST}), so
 * that one JVM can differ from the rest.
 */
public final class Settings {
    private Settings() {}

    /** Whether {@code LUNGO_FAST=1} asks for little data and few epochs. */
    public static boolean fast() {
        return on("lungo.fast", "LUNGO_FAST");
    }

    /** Whether {@code LUNGO_OFFLINE=1} forbids the network. */
    public static boolean offline() {
        return on("lungo.offline", "LUNGO_OFFLINE");
    }

    private static boolean on(String property, String variable) {
        String value = value(property, variable);
        return switch (value) {
            case "1", "true" -> true;
            case "", "0", "false" -> false;
            default ->
                    throw LungoException.badInput(
                            variable + " is a switch.",
                            "\"" + value + "\"",
                            "1 (on) or 0 (off)",
                            "set " + variable + "=1, or unset it, and start Java again.");
        };
    }

    /** The property, else the variable, else nothing: an empty text. */
    static String value(String property, String variable) {
        String variableValue = System.getenv().getOrDefault(variable, "");
        return System.getProperty(property, variableValue).strip();
    }
}
