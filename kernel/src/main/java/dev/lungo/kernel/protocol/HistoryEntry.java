package dev.lungo.kernel.protocol;

/**
 * A cell that was run.
 *
 * @param session the number of the kernel process, counting up
 * @param line the number of the cell
 * @param output the text of its result, or null when it gave none
 */
record HistoryEntry(int session, int line, String source, String output) {}
