/**
 * What a cell or a library may see of the running kernel: everything below this package is hidden
 * from cells.
 *
 * <p>{@link dev.lungo.kernel.Extension} lets a library join the kernel, {@link
 * dev.lungo.kernel.Notebook} is what it gets to work with. {@code Main} starts the process that
 * Jupyter's connection file describes.
 */
package dev.lungo.kernel;
