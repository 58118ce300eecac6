package dev.lungo.kernel.magic;

import java.nio.file.Path;
import java.util.List;

/** What the general magics may do to the session they run in. */
public interface MagicHost {
    /**
     * Adds jars and class folders to the class path of the cells.
     *
     * @return the entries that cells now use, absolute, in the order given
     */
    List<String> addToClassPath(List<Path> entries);

    /**
     * Runs a cell's source inside the running cell, magics included.
     *
     * @param name what errors call this source, for example {@code Utils.jsh}
     */
    void runSource(String source, String name);
}
