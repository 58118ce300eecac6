package io.github.spencerpark.ijava;

/** Where IJava notebooks get their kernel from. */
public final class IJava {
    private static final JavaKernel KERNEL = new JavaKernel();

    private IJava() {}

    /** The kernel that runs this notebook. */
    public static JavaKernel getKernelInstance() {
        return KERNEL;
    }
}
