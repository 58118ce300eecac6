package dev.lungo.kernel.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What a session runs before the first cell: what every notebook has, then what is added. */
final class StartSources {
    private static final List<String> USUAL =
            List.of(
                    "import java.io.*;",
                    "import java.math.*;",
                    "import java.net.*;",
                    "import java.util.*;",
                    "import java.util.concurrent.*;",
                    "import java.util.function.*;",
                    "import java.util.prefs.*;",
                    "import java.util.regex.*;",
                    "import java.util.stream.*;",
                    "import static dev.lungo.kernel.MagicCalls.*;",
                    "import static dev.lungo.kernel.PrintCalls.*;",
                    "import static io.github.spencerpark.ijava.runtime.Kernel.*;");

    private final List<String> added = new CopyOnWriteArrayList<>();

    void add(String source) {
        added.add(source);
    }

    /** The imports that every notebook has. */
    List<String> usual() {
        return USUAL;
    }

    Stream<String> imports() {
        return Stream.concat(USUAL.stream(), added.stream()).filter(StartSources::isImport);
    }

    /** Whether cells can do with the imports alone. */
    boolean addsOnlyImports() {
        return added.stream().allMatch(StartSources::isImport);
    }

    private static boolean isImport(String source) {
        return source.startsWith("import ") && source.indexOf(';') == source.length() - 1;
    }
}
