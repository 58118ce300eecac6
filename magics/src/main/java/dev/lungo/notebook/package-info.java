/**
 * What brings the library into a notebook; the only package that knows the kernel.
 *
 * <p>{@link dev.lungo.notebook.LungoExtension} is found by the kernel when it starts. From then on
 * {@link dev.lungo.display.Rich} values are shown with all their looks, and {@link
 * dev.lungo.display.Output} is the cell.
 */
package dev.lungo.notebook;
