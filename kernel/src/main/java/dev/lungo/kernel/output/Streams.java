package dev.lungo.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * System.out and System.err of a notebook: text goes to the cell that started the printing thread.
 *
 * <p>A thread that no cell started prints under the newest cell. Text is UTF-8 whatever the locale.
 */
public final class Streams implements AutoCloseable {
    private final InheritableThreadLocal<CellOutput> cellOfThread = new InheritableThreadLocal<>();
    private final StartupOutput startup = new StartupOutput();
    private volatile CellOutput newest = new CellOutput(startup);
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private Streams() {}

    /** Replaces System.out and System.err until {@link #close}. */
    public static Streams install() {
        var streams = new Streams();
        System.setOut(streams.routed(Stream.STDOUT));
        System.setErr(streams.routed(Stream.STDERR));
        return streams;
    }

    /** Makes {@code cell} the one under which this thread, and threads it starts, print. */
    public void enter(CellOutput cell) {
        var before = newest;
        cellOfThread.set(cell);
        newest = cell;
        before.flush();
        startup.replay(cell);
    }

    /** Like {@link #enter}, but other threads stay with the cell before. */
    public void enterUnseen(CellOutput cell) {
        cellOfThread.set(cell);
    }

    /** The output of the cell to which the current thread belongs. */
    public CellOutput current() {
        var cell = cellOfThread.get();
        return cell == null || inCommonPool() ? newest : cell;
    }

    /** The common pool's threads serve every cell, not only the one that happened to be first. */
    private static boolean inCommonPool() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool();
    }

    private PrintStream routed(Stream stream) {
        var bytes =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        var cell = current();
                        cell.write(stream, bytes, offset, length);
                        cell.awaitRoom();
                    }
                };
        return new CellPrintStream(bytes);
    }

    /** Puts back what was there before. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
