package io.github.spencerpark.ijava.magics;

import io.github.spencerpark.ijava.JavaKernel;
import java.util.List;

/** IJava's Maven magics as methods: each runs the magic of its name. */
public final class MavenResolver {
    private final JavaKernel kernel;

    /** The resolver of {@code kernel}. */
    public MavenResolver(JavaKernel kernel) {
        this.kernel = kernel;
    }

    /** Adds jars to the class path of the cells. */
    public void addJarsToClasspath(Iterable<String> jars) {
        jars.forEach(kernel::addToClasspath);
    }

    /** Runs {@code %addMavenDependencies}. */
    public void addMavenDependencies(List<String> args) throws Exception {
        kernel.getMagics().applyLineMagic("addMavenDependencies", args);
    }

    /** Runs {@code %addMavenRepo}. */
    public void addMavenRepo(List<String> args) throws Exception {
        kernel.getMagics().applyLineMagic("addMavenRepo", args);
    }

    /** Runs {@code %loadFromPOM}. */
    public void loadFromPOM(List<String> args) throws Exception {
        kernel.getMagics().applyLineMagic("loadFromPOM", args);
    }

    /** Runs {@code %%loadFromPOM}. */
    public void loadFromPOM(List<String> args, String body) throws Exception {
        kernel.getMagics().applyCellMagic("loadFromPOM", args, body);
    }
}
