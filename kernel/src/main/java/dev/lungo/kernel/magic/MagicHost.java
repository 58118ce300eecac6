package dev.lungo.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the general magics may do to the session they run in. */
public interface MagicHost {
    /**
     * Adds jars and class folders to the class path of the cells.
     *
     * @return the entries that cells now use, absolute, in the order given
     */
    List<String> addToClassPath(List<Path> entries);

    /** Whether a jar cannot be used, because another version is in use already. */
    boolean refuses(Path jar);

    /**
     * Runs a cell's source inside the running cell, magics included; gives its value or null.
     *
     * @param name what errors call this source, for example {@code Utils.jsh}
     */
    Object runSource(String source, String name);

    /**
     * The value, as text, of a Java expression that begins with the name of a variable; nothing
     * when there is no such variable.
     */
    Optional<String> textOf(String expression);
}
