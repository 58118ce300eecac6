package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** The kernel's own calls: statically imported in every notebook. */
public final class Kernel {
    private Kernel() {}

    /** The kernel that runs this notebook. */
    public static JavaKernel getKernelInstance() {
        return IJava.getKernelInstance();
    }

    /** Runs a cell's source, magics included; gives the value of its last expression, or null. */
    public static Object eval(String source) throws Exception {
        return IJava.getKernelInstance().evalRaw(source);
    }
}
