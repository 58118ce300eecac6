package io.github.spencerpark.ijava;

/** Where IJava notebooks get their kernel from. */
public final class IJava {
    /** The version of IJava whose names these are. */
    public static final String VERSION = "1.3.0";

    private static final JavaKernel KERNEL = new JavaKernel();

    private IJava() {}

    /** The kernel that runs this notebook. */
    public static JavaKernel getKernelInstance() {
        return KERNEL;
    }
}
