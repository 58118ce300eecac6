package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.loss.Loss;
import dev.lungo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Own steps, and lambdas that ask for values, in models with several inputs and outputs. */
class SeveralStepsTests {
    private static final float[][] A = {{1, 0}, {0, 1}, {1, 1}, {-1, 2}};
    private static final float[][] B = {{1, 2, 3}, {3, 2, 1}, {0, 1, 0}, {1, 0, 1}};
    private static final Dataset DATA =
            data(List.of(A, B), List.of(new float[] {1, 2, 0, -1}, new int[] {0, 1, 1, 0}));

    @Test
    void step_by_step_learns_what_the_compiled_loop_learns() {
        Model custom = model(layer("custom", x -> x.max().value() > 1e9 ? x : x.tanh()), own());
        Model compiled = model(activation().tanh(), mse());
        fit(custom);
        fit(compiled);
        for (String figure : compiled.history().names()) {
            assertThat(custom.history().values(figure).get(9))
                    .as(figure)
                    .isCloseTo(compiled.history().values(figure).get(9), within(1e-5));
        }
        assertThat(custom.evaluate(DATA).values().keySet())
                .isEqualTo(compiled.evaluate(DATA).values().keySet());
        assertThat(custom.evaluate(DATA).loss())
                .isCloseTo(compiled.evaluate(DATA).loss(), within(1e-5));
    }

    @Test
    void own_steps_are_those_of_a_fit() {
        Model fitted = model(activation().tanh(), mse());
        Model stepped = model(activation().tanh(), mse());
        fit(fitted);
        fit(stepped);
        fitted.fit(DATA, f -> f.epochs(1).batchSize(2).shuffle(false).quiet());
        for (var batch : DATA.batches(2)) {
            List<Tensor> said = stepped.applyAll(batch.x(0), batch.x(1));
            Tensor age = said.get(0).sub(batch.y(0)).square().mean();
            Tensor kind = said.get(1).pick(batch.y(1)).log().neg().mean();
            stepped.step(age.mul(0.5).add(kind));
        }
        assertThat(stepped.evaluate(DATA).loss())
                .isCloseTo(fitted.evaluate(DATA).loss(), within(1e-5));
    }

    /** A squared error that reads values. */
    private static Loss own() {
        return loss("own", (p, y) -> y.max().value() > 1e9 ? p.sub(y).abs() : p.sub(y).square());
    }

    private static Model model(Layer middle, Loss loss) {
        Input a = input(2);
        Input b = input(3);
        var both = middle.of(concatenate(dense(4).of(a), b));
        return dev.lungo.Lungo.model(
                        List.of(a, b),
                        List.of(
                                dense(1).named("age").of(both),
                                dense(2).softmax().named("kind").of(both)))
                .compile(adam(0.01), losses(loss, sparseCategoricalCrossentropy()).weights(0.5, 1));
    }

    private static void fit(Model model) {
        model.fit(DATA, f -> f.epochs(10).batchSize(2).seed(3).quiet());
    }
}
