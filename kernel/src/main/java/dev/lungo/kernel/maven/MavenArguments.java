package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Maven magic was given: names, and IJava's options.
 *
 * @param magic which magic it was, for messages
 * @param names artifacts, or a path and scopes
 * @param from the repositories of {@code --from}; none for all
 * @param verbosity how often {@code -v} was given
 */
record MavenArguments(String magic, List<String> names, List<String> from, int verbosity) {
    MavenArguments {
        names = List.copyOf(names);
        from = List.copyOf(from);
    }

    static MavenArguments parse(String magic, List<String> args) {
        List<String> names = new ArrayList<>();
        List<String> from = new ArrayList<>();
        int verbosity = 0;
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--from") && i + 1 < args.size()) {
                from.add(args.get(++i));
            } else if (arg.startsWith("--from=")) {
                from.add(arg.substring("--from=".length()));
            } else if (arg.matches("-v+")) {
                verbosity += arg.length() - 1;
            } else if (arg.equals("--verbose")) {
                verbosity++;
            } else if (arg.equals("--from")) {
                throw new MagicException(
                        magic + ": --from needs the id or the URL of a repository behind it.");
            } else if (arg.startsWith("-")) {
                throw new MagicException(
                        magic + " has no option " + arg + ". It knows --from REPOSITORY and -v.");
            } else {
                names.add(arg);
            }
        }
        return new MavenArguments(magic, names, from, verbosity);
    }
}
