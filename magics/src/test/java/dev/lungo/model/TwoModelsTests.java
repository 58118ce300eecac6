package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Two models trained against each other: one makes numbers up, the other tells them from real. */
class TwoModelsTests {
    private static final int BATCH = 64;

    @Test
    void learn_from_each_other() {
        randomSeed(4);
        var generator = sequential(input(4), dense(16).relu(), dense(1)).compile(adam(0.005));
        var judge = sequential(input(1), dense(32).relu(), dense(1)).compile(adam(0.005));
        Tensor before = generator.apply(randn(1000, 4));
        for (int step = 0; step < 200; step++) {
            Tensor real = randn(BATCH, 1).mul(0.5).add(2);
            Tensor fake = generator.apply(randn(BATCH, 4));
            judge.step(surprise(judge.apply(real), 1).add(surprise(judge.apply(fake.detach()), 0)));
            generator.step(surprise(judge.apply(fake), 1));
        }
        Tensor after = generator.apply(randn(1000, 4));
        assertThat(before.mean().value()).isBetween(-0.5f, 0.5f);
        assertThat(after.mean().value()).isBetween(1f, 3f);
        assertThat(after.std().value()).isBetween(0.2f, 1f);
    }

    /** Binary cross-entropy of plain numbers. */
    private static Tensor surprise(Tensor said, int truth) {
        return said.mul(1 - 2 * truth).softplus().mean();
    }
}
