package io.github.spencerpark.ijava.runtime;

import dev.lungo.kernel.DisplayCalls;

/** What a cell calls to show something, under the name that IJava gave it. */
public final class Display extends DisplayCalls {
    private Display() {}
}
