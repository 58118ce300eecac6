/**
 * The static methods of IJava that every cell can call.
 *
 * <p>{@link io.github.spencerpark.ijava.runtime.Kernel} is imported in every cell; display and
 * magics are those of {@code dev.lungo.kernel}, under their old names.
 */
package io.github.spencerpark.ijava.runtime;
