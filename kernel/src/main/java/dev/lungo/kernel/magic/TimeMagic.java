package dev.lungo.kernel.magic;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** {@code %time} and {@code %%time}: runs Java and says how long it took. */
final class TimeMagic {
    static final String NAME = "time";

    private TimeMagic() {}

    /** Times the Java on the rest of the line; gives its value. */
    static Object line(MagicHost host, List<String> code) {
        String source = String.join(" ", code);
        if (source.isBlank()) {
            throw new MagicException("%time needs some Java behind it, for example %time f(3)");
        }
        return timed(host, source, "%time");
    }

    /** Times the rest of the cell; gives its value. */
    static Object cell(MagicHost host, String body) {
        // The line of the magic counts, so that errors name lines of the cell.
        return timed(host, "\n" + body, "%%time");
    }

    private static Object timed(MagicHost host, String source, String name) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long beginCpu = threads.getCurrentThreadCpuTime();
        try {
            return host.runSource(source, name);
        } finally {
            long cpu = threads.getCurrentThreadCpuTime() - beginCpu;
            System.out.println(
                    "Wall time: "
                            + readable(System.nanoTime() - begin)
                            + ", CPU time: "
                            + readable(cpu));
        }
    }

    /** A duration with three digits, in the unit that suits it. */
    static String readable(long nanos) {
        String[] units = {"ns", "µs", "ms", "s"};
        double amount = nanos;
        int unit = 0;
        while (amount >= 1000 && unit < units.length - 1) {
            amount /= 1000;
            unit++;
        }
        int decimals = unit == 0 || amount >= 100 ? 0 : amount >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", amount, units[unit]);
    }
}
