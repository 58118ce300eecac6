package dev.lungo.tensor;

import static dev.lungo.Lungo.randn;
import static dev.lungo.Lungo.variable;
import static dev.lungo.Lungo.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lungo.ResidentMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorMemoryIT {
    /** 3 MB of arrays in each step, which nobody closes: 15 GB in all. */
    @Test
    void thousands_of_steps_keep_memory_level() throws Exception {
        assumeThat(ResidentMemory.known()).as("resident memory can be read").isTrue();
        Tensor w = variable(randn(256, 256).mul(0.05));
        Tensor x = randn(256, 256);
        for (int step = 0; step < 1400; step++) {
            w = stepped(w, x);
        }
        List<Double> megabytes = new ArrayList<>();
        for (int look = 0; look < 7; look++) {
            for (int step = 0; step < 500; step++) {
                w = stepped(w, x);
            }
            megabytes.add(ResidentMemory.megabytes());
        }
        // A tenth of some 800 MB is one part in a hundred of what the steps took.
        assertThat(ResidentMemory.growth(megabytes)).as("%s MB", megabytes).isLessThan(10);
        assertThat(w.shape()).isEqualTo(zeros(256, 256).shape());
    }

    private static Tensor stepped(Tensor w, Tensor x) {
        Tensor loss = x.matmul(w).tanh().mul(0.5).sub(x).square().mean();
        return variable(w.sub(loss.gradient(w).mul(0.1)));
    }
}
