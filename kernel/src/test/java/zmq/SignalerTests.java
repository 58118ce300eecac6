package zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zmq.util.Errno;

class SignalerTests {
    private static final int SIGNALS = 3_000;

    private Ctx context;
    private Signaler signaler;

    @BeforeEach
    void open() {
        context = new Ctx();
        signaler = new Signaler(context, 0, new Errno());
    }

    @AfterEach
    void close() throws IOException {
        signaler.close();
        context.terminate();
    }

    /** JeroMQ 0.6.0's own class fails here, within a few signals. */
    @Test
    void sees_a_signal_whenever_the_pipe_is_ready() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        Thread writer =
                new Thread(
                        () -> {
                            for (int i = 0; i < SIGNALS; i++) {
                                signaler.send();
                                while (taken.get() <= i) {
                                    Thread.onSpinWait();
                                }
                            }
                        });
        writer.start();
        boolean atOnce = true;
        try (Selector ready = Selector.open()) {
            signaler.getFd().register(ready, SelectionKey.OP_READ);
            while (taken.get() < SIGNALS) {
                ready.select();
                ready.selectedKeys().clear();
                while (!signaler.waitEvent(0)) {
                    atOnce = false;
                }
                signaler.recv();
                taken.incrementAndGet();
            }
        }
        writer.join();
        assertThat(atOnce).isTrue();
    }

    @Test
    void has_no_signal_when_all_are_taken() {
        signaler.send();
        signaler.send();
        assertThat(signaler.waitEvent(-1)).isTrue();
        signaler.recv();
        assertThat(signaler.waitEvent(0)).isTrue();
        signaler.recv();
        assertThat(signaler.waitEvent(0)).isFalse();
        assertThat(signaler.waitEvent(1)).isFalse();
    }

    @Test
    void an_interrupt_ends_the_wait_and_closes_nothing() {
        Thread.currentThread().interrupt();
        signaler.send();
        assertThat(signaler.waitEvent(-1)).isFalse();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(signaler.waitEvent(0)).isTrue();
        signaler.recv();
    }
}
