/**
 * Magics: the {@code %name} lines and {@code %%name} cells that are not Java.
 *
 * <p>{@link dev.lungo.kernel.magic.CellParser} tells them from Java, {@link
 * dev.lungo.kernel.magic.MagicRegistry} knows them by name, and each general magic is a class of
 * its own. What a magic does to the session goes through {@link dev.lungo.kernel.magic.MagicHost}.
 */
package dev.lungo.kernel.magic;
