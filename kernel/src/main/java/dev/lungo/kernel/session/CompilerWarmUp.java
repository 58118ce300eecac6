package dev.lungo.kernel.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Runs cells that nobody sees, so that Java has compiled the compiler before the user needs it.
 *
 * <p>It compiles what has run often. Without this, the first cells of statements take twice as long
 * as later ones. They run in a session of their own, and stop while the user's run.
 */
final class CompilerWarmUp {
    /** Processor time of the thread; the compilers of the virtual machine take about as much. */
    static final Duration WORK = Duration.ofMillis(700);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final String NUMBER = "NUMBER";
    private static final List<String> CELLS =
            List.of(
                    "NUMBER + 7",
                    "String.valueOf(NUMBER).length() * 2",
                    "List.of(NUMBER, 2).stream().map(x -> x + 1).toList()",
                    "for (int i = 0; i < 3; i++) { if (i > NUMBER) { break; } }",
                    "Thread.onSpinWait();\nnew StringBuilder().append(NUMBER);\n".repeat(5));

    private final Evaluator evaluator;

    private CompilerWarmUp(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** One with a session of its own, which sees no more than the JDK. */
    static CompilerWarmUp prepare() {
        CellClassPath nothing = new CellClassPath(Optional.empty());
        LiveShell shell =
                new LiveShell(
                        nothing,
                        new CellLoader(nothing, CompilerWarmUp.class.getClassLoader()),
                        SessionSettings.of(Map.of()),
                        Optional.empty(),
                        new StartSources(),
                        true);
        return new CompilerWarmUp(shell.withoutShell());
    }

    /**
     * Runs cells, except while {@code busy}, until they took {@code work}; returns how many.
     *
     * <p>Ends at once where Java keeps its compiler to itself.
     */
    int run(BooleanSupplier busy, Duration work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long end = clock.getCurrentThreadCpuTime() + work.toNanos();
        int cells = 0;
        while (clock.getCurrentThreadCpuTime() < end) {
            if (busy.getAsBoolean()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else if (runCell(cells)) {
                cells++;
            } else {
                break;
            }
        }
        return cells;
    }

    /** Runs one that no other is like; false when it needs JShell. */
    boolean runCell(int number) {
        String java = CELLS.get(number % CELLS.size()).replace(NUMBER, "" + number);
        return evaluator.runWithoutShell(CellText.of("warm-up", java), java, 1).stream()
                .anyMatch(Outcome.Done.class::isInstance);
    }
}
