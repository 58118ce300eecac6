package dev.lungo.model;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What other processes on this machine do. */
final class Neighbours {
    /** Their share of all processors below which the machine counts as quiet. */
    private static final double LITTLE = 0.1;

    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The bean tells what happened since it was asked before. */
    Neighbours() {
        share();
    }

    /** Whether they have done little since this was asked before. */
    boolean areQuiet() {
        return share() < LITTLE;
    }

    private double share() {
        return system.getCpuLoad() - system.getProcessCpuLoad();
    }
}
