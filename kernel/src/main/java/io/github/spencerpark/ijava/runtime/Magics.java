package io.github.spencerpark.ijava.runtime;

import dev.lungo.kernel.MagicCalls;

/** Magics as Java calls, under the name that IJava gave them. */
public final class Magics extends MagicCalls {
    private Magics() {}
}
