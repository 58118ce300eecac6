package dev.lungo.model;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What other processes do while this one computes; what they do in between does not matter.
 *
 * <p>To ask takes the system half a millisecond.
 */
final class Neighbours {
    /** Their share of all processors below which the machine counts as quiet. */
    private static final double LITTLE = 0.1;

    /** What the last call counts: one is short, as the system counts in steps of 10 ms. */
    private static final double FRESH = 0.4;

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private double busy;

    /** A call begins. */
    void begin() {
        share();
    }

    /** The call has ended. */
    void end() {
        busy += FRESH * (share() - busy);
    }

    /** Whether they have done little in the last calls. */
    boolean areQuiet() {
        return busy < LITTLE;
    }

    /** Their share since this was asked before. */
    private double share() {
        return Math.max(0, system.getCpuLoad() - system.getProcessCpuLoad());
    }
}
