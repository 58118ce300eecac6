package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.lungo.engine.Held;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/** An array of libtorch that is freed when Java forgets it. */
final class NativeArray implements Held {
    private static final Cleaner CLEANER = Cleaner.create();

    private final PtNDArray array;

    private NativeArray(PtNDArray array) {
        this.array = array;
    }

    /** Takes an array over: nothing else may close it. */
    static NativeArray of(NDArray array) {
        // The manager of a detached array keeps no list, so the array is freed by us alone.
        array.detach();
        // A user's NDScope would close it at its end.
        NDScope.unregister(array);
        NativeArray held = new NativeArray((PtNDArray) array);
        long bytes = array.getShape().size() * Float.BYTES;
        NativeMemory.taken(bytes);
        CLEANER.register(
                held,
                () -> {
                    array.close();
                    NativeMemory.given(bytes);
                });
        return held;
    }

    PtNDArray array() {
        return array;
    }

    /**
     * The same array under a name, which DJL reads as the name of a list; other threads may use it
     * under another. Not to be closed.
     */
    PtNDArray alias(String name) {
        PtNDArray alias = new PtNDArray(array.getManager(), array.getHandle());
        NDScope.unregister(alias);
        alias.setName(name);
        return alias;
    }

    @Override
    public float[] values() {
        try {
            return array.toFloatArray();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public boolean learns() {
        try {
            // DJL answers the first for variables only, the second for what is computed of them.
            return JniUtils.requiresGrad(array) || JniUtils.getGradientFunctionNames(array) != null;
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
