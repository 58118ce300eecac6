/**
 * What cells show: printed text, results, displays and their updates.
 *
 * <p>{@link dev.lungo.kernel.output.Streams} sends what a thread prints to the cell that started
 * the thread, {@link dev.lungo.kernel.output.CellOutput} keeps the order within one cell, and
 * {@link dev.lungo.kernel.output.ReadableRenderer} turns values into MIME bundles.
 */
package dev.lungo.kernel.output;
