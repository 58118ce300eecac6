/**
 * Values that know how they look, and the place where they are shown.
 *
 * <p>{@link dev.lungo.display.Rich} is a value with a {@link dev.lungo.display.Bundle} of pictures
 * and text; {@link dev.lungo.display.Output} shows it: as text in plain JShell, as pictures in a
 * notebook. {@link dev.lungo.display.Progress} and {@link dev.lungo.display.Throttle} are for what
 * changes while it is on show. Nothing here knows Jupyter.
 */
package dev.lungo.display;
