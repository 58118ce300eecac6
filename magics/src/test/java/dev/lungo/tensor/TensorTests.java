package dev.lungo.tensor;

import static dev.lungo.Lungo.arange;
import static dev.lungo.Lungo.ones;
import static dev.lungo.Lungo.randn;
import static dev.lungo.Lungo.randomSeed;
import static dev.lungo.Lungo.tensor;
import static dev.lungo.Lungo.variable;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDScope;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TensorTests {
    @Test
    void shows_shape_and_values() {
        assertThat(tensor(new double[][] {{1, -2.5}, {3, 40}}))
                .hasToString(
                        """
                        tensor 2 x 2
                        [[ 1.0, -2.5],
                         [ 3.0, 40.0]]\
                        """);
        assertThat(tensor(5)).hasToString("tensor 5.0");
    }

    @Test
    void shows_the_ends_of_long_axes() {
        assertThat(arange(20)).hasToString("tensor 20\n[ 0.0,  1.0,  2.0, ..., 17.0, 18.0, 19.0]");
        assertThat(arange(2).bundle().content())
                .containsEntry("text/html", "<div><b>tensor 2</b><pre>[0.0, 1.0]</pre></div>");
    }

    @Test
    void shows_the_same_digits_under_any_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(tensor(1.5, 1e-7).mul(2)).hasToString("tensor 2\n[       3.0, 2.0000e-07]");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keeps_its_values_when_an_array_read_from_it_changes() {
        Tensor x = tensor(1, 2);
        x.values()[0] = 9;
        assertThat(x.values()).containsExactly(1, 2);
    }

    @Test
    void draws_the_same_numbers_after_the_same_seed() {
        randomSeed(3);
        float[] first = randn(4).values();
        randomSeed(3);
        assertThat(randn(4).values()).containsExactly(first);
    }

    @Test
    void gives_gradients_of_gradients() {
        Tensor x = variable(tensor(3));
        Tensor slope = x.pow(3).gradient(x);
        assertThat(slope.value()).isEqualTo(27);
        assertThat(slope.gradient(x).value()).isEqualTo(18);
    }

    @Test
    void stops_gradients_at_detach() {
        Tensor x = variable(tensor(3));
        assertThat(x.mul(x.detach()).gradient(x).value()).isEqualTo(3);
    }

    /** DJL's own scalars are freed by a collection before the gradient: its mul fails here. */
    @Test
    void keeps_scalars_alive_until_the_gradient() {
        for (int i = 0; i < 10; i++) {
            Tensor x = variable(ones(3));
            Tensor loss = x.mul(0.5).div(0.25).pow(3).sum();
            System.gc();
            assertThat(loss.gradient(x).values()).containsExactly(24, 24, 24);
        }
    }

    @Test
    void outlives_a_scope_of_djl() {
        Tensor kept;
        try (NDScope scope = new NDScope()) {
            kept = ones(3).add(1);
            scope.suppressNotUsedWarning();
        }
        assertThat(kept.values()).containsExactly(2, 2, 2);
    }

    /** Gradient mode belongs to the thread, and DJL switches it off on the one that loads. */
    @Test
    void gives_the_same_gradients_on_many_threads() throws Exception {
        Tensor shared = variable(tensor(1, 2, 3));
        Callable<float[]> work =
                () -> {
                    float[] last = {};
                    for (int i = 0; i < 50; i++) {
                        Tensor x = shared.mul(2);
                        last = x.square().sum().gradient(shared).values();
                    }
                    return last;
                };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (var result :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> work).toList())) {
                assertThat(result.get()).containsExactly(8, 16, 24);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(List.of(work.call().length)).containsExactly(3);
    }
}
