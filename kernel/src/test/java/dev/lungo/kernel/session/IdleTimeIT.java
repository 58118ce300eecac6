package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IdleTimeIT extends SessionTesting {
    @Test
    void collects_garbage_when_cells_have_ended_and_keeps_variables() throws InterruptedException {
        long before = collections();
        session.useIdleTime();
        run("int kept = 41;\nThread.sleep(1500);");
        assertThat(collections()).as("while a cell runs").isEqualTo(before);

        while (collections() == before) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(value("kept + 1")).isEqualTo(42);
        // The names it completed for itself are not to be seen.
        assertThat(value("$1")).isEqualTo(42);
    }

    /** Only those of the whole heap, as nothing but a call makes them in so short a test. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(each -> each.getName().contains("Old") || each.getName().contains("Mark"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
