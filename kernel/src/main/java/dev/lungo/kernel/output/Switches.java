package dev.lungo.kernel.output;

import java.util.concurrent.TimeUnit;

/** How often a cell may change between out and err and have each part sent on its own. */
final class Switches {
    private static final int AT_ONCE = 100;
    private static final double PER_SECOND = 10;

    private double left = AT_ONCE;
    private long asked = System.nanoTime();

    /** Whether one more change is granted; what is not used up is granted later. */
    boolean hasAnother() {
        long now = System.nanoTime();
        left += PER_SECOND * (now - asked) / TimeUnit.SECONDS.toNanos(1);
        left = Math.min(left, AT_ONCE);
        asked = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
