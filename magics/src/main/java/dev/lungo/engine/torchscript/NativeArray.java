package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;
import dev.lungo.engine.Held;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/** An array of libtorch that is freed when Java forgets it. */
final class NativeArray implements Held {
    private static final Cleaner CLEANER = Cleaner.create();

    private final PtNDArray array;

    /** Kept here: DJL's own question kills the JVM for an array that no function made. */
    private final boolean learns;

    private NativeArray(PtNDArray array, boolean learns) {
        this.array = array;
        this.learns = learns;
    }

    /** Takes an array over: nothing else may close it. */
    static NativeArray of(NDArray array, boolean learns) {
        return of(array, learns, 0);
    }

    /**
     * Takes over an array for whose gradients libtorch keeps others.
     *
     * @param beside the bytes of those others
     */
    static NativeArray of(NDArray array, boolean learns, long beside) {
        // The manager of a detached array keeps no list, so the array is freed by us alone.
        array.detach();
        // A user's NDScope would close it at its end.
        NDScope.unregister(array);
        NativeArray held = new NativeArray((PtNDArray) array, learns);
        long bytes = array.getShape().size() * Float.BYTES + beside;
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
        return learns;
    }
}
