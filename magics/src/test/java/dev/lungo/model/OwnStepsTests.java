package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.optim.Optimizer;
import dev.lungo.tensor.Tensor;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnStepsTests {
    private static final Dataset DATA = Pictures.of(100);

    @TempDir Path folder;

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                sgd(0.05),
                sgd(0.05).momentum(0.9).nesterov(),
                sgd(0.05).pytorch().momentum(0.9).weightDecay(0.01),
                adam(0.01),
                adam(0.01).pytorch().globalClipNorm(0.1),
                adamW(cosine(0.01, 10)),
                rmsprop(0.01).clipValue(0.01),
                adagrad(0.05).clipNorm(0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void ten_of_them_are_the_steps_of_a_fit(Optimizer optimizer) throws Exception {
        Model fitted = model(optimizer);
        fitted.fit(DATA.take(10), f -> f.quiet());
        String file = folder.resolve("first.lungo").toString();
        fitted.save(file);
        Model stepped = load(file);
        Model own = load(file);

        var batches = DATA.batches(10).shuffle(7);
        batches.iterator(); // the order of the first epoch, which was another fit's
        double loss = fitted.fit(DATA, f -> f.batchSize(10).seed(7).quiet()).values("loss").get(0);
        double steps = 0;
        double ownSteps = 0;
        for (var batch : batches) {
            steps += stepped.step(batch);
            Tensor mine = own.apply(batch.x()).pick(batch.y()).log().neg().mean();
            ownSteps += mine.value();
            own.step(mine);
        }
        assertThat(steps / 10).isCloseTo(loss, within(1e-6));
        assertThat(ownSteps / 10).isCloseTo(loss, within(1e-5));
        same(stepped, fitted);
        same(own, fitted);
    }

    private static void same(Model model, Model fitted) {
        assertThat(model.learned().weights()).hasSize(4);
        fitted.learned()
                .weights()
                .forEach(
                        (name, values) ->
                                assertThat(model.learned().weights().get(name))
                                        .as(name)
                                        .containsExactly(
                                                values,
                                                org.assertj.core.data.Offset.offset(1e-5f)));
    }

    @Test
    void drop_as_in_training_and_move_the_moving_values() {
        Model model =
                sequential(input(4), batchNorm(), dropout(0.5), dense(1)).compile(sgd(0.1), mse());
        randomSeed(3);
        Tensor x = arange(32).reshape(8, 4);
        float[] some = model.apply(x).values();
        assertThat(model.apply(x).values()).isNotEqualTo(some);
        assertThat(model.learned().weights().get("batchNorm.movingMean")[0])
                .isCloseTo(14 * (1 - 0.99f * 0.99f), within(1e-5f));
    }

    @Test
    void are_the_same_again_with_the_same_seed() {
        assertThat(seeded()).isEqualTo(seeded());
    }

    private static double seeded() {
        randomSeed(11);
        Model model = Small.model();
        double loss = 0;
        for (var batch : DATA.batches(10)) {
            loss = model.step(batch);
        }
        return loss;
    }

    @Test
    void let_gradients_flow_to_the_inputs() {
        Model model = sequential(input(2), dense(1)).compile(sgd());
        Tensor x = variable(ones(3, 2));
        float[] slopes = model.apply(x).sum().gradient(x).values();
        float[] kernel = model.learned().weights().get("dense.kernel");
        assertThat(slopes)
                .containsExactly(kernel[0], kernel[1], kernel[0], kernel[1], kernel[0], kernel[1]);
    }

    @Test
    void leave_a_model_that_predicts_what_apply_gives() {
        Model model = sequential(input(2), dense(1)).compile(sgd());
        float[][] rows = {{100, 2}, {3, -40}};
        float[] given = model.apply(tensor(rows)).values();
        assertThat(model.predict(rows).value(0)).isEqualTo(given[0]);
        assertThat(model.predict(rows).value(1)).isEqualTo(given[1]);
        assertThat(model.apply(tensor(rows)).values()).isEqualTo(given);
    }

    @Test
    void leave_weights_alone_that_have_no_part() {
        Model model = sequential(input(2), dense(2), dense(1)).compile(sgd(0.1));
        float[] before = model.learned().weights().get("dense.kernel");
        assertThatThrownBy(() -> model.step(tensor(1).mean()))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        step: no weight of this model has a part in the loss.
                        Received: a number that was not computed from model.apply(...), or was detached
                        Expected: a loss computed from this model's apply(...) since it was compiled
                        Fix: compute the loss from what apply gives, without detach() on the way.\
                        """);
        Model other = sequential(input(2), dense(1)).compile(sgd());
        assertThatThrownBy(() -> model.step(other.apply(ones(1, 2)).mean()))
                .hasMessageStartingWith("step: no weight of this model");
        assertThat(model.learned().weights().get("dense.kernel")).isEqualTo(before);
    }

    @Test
    void refuse_a_loss_from_before_another_step() {
        Model model = sequential(input(2), dense(2), dense(1)).compile(sgd(0.1));
        Tensor stale = model.apply(ones(1, 2)).square().mean();
        model.step(model.apply(ones(1, 2)).square().mean());
        assertThatThrownBy(() -> model.step(stale))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        A gradient of this number can no longer be computed.
                        Received: a number from before the last step, which moved the weights that it was computed from
                        Expected: a number computed since the last step of the models in it
                        Fix: call apply and compute the loss again before each step.\
                        """);
        Tensor twice = model.apply(ones(1, 2)).square().mean();
        model.step(twice);
        assertThatThrownBy(() -> model.step(twice))
                .hasMessageStartingWith("A gradient of this number can no longer be computed.");
        model.step(model.apply(ones(1, 2)).square().mean());
    }

    @Test
    void go_on_as_a_fit_and_after_one() {
        Model model = Small.model();
        model.fit(DATA, f -> f.epochs(2).seed(1).quiet());
        double before = model.evaluate(DATA).loss();
        for (var batch : DATA.batches(20)) {
            model.step(batch);
        }
        model.fit(DATA, f -> f.epochs(1).seed(1).quiet());
        assertThat(model.evaluate(DATA).loss()).isLessThan(before);
        assertThat(model.learned().steps()).isEqualTo(4 + 4 + 5 + 4);
    }

    @Test
    void ask_for_what_they_need() {
        assertMessage(
                () -> sequential(input(2), dense(1)).apply(ones(1, 2)),
                "apply needs a loss and an optimizer: compile the model first, for example"
                        + " model.compile(adam(), sparseCategoricalCrossentropy(), accuracy()).");
        Model model = sequential(input(2), dense(1)).compile(adam());
        assertMessage(
                () -> model.apply(ones(2)),
                """
                apply: the tensor is no batch of the model's inputs.
                Received: tensor 2
                Expected: examples of 2, with the batch as first axis
                Fix: reshape it, for example with reshape(-1, 2).\
                """);
        assertMessage(
                () -> model.step(ones(2)),
                """
                step makes one number smaller.
                Received: tensor 2
                Expected: a tensor with one value
                Fix: reduce it first, for example with mean().\
                """);
        Dataset rows = data(new float[][] {{1, 2}}, new float[] {1});
        assertMessage(
                () -> model.fit(rows),
                """
                fit: this model was compiled without a loss.
                Received: compile(optimizer)
                Expected: compile(optimizer, loss), for example compile(adam(), mse())
                Fix: compile it with a loss, or compute one from model.apply(x) and call model.step(loss).\
                """);
        assertMessage(
                () -> rows.batches(0),
                """
                batches needs the number of examples in a batch.
                Received: batches(0)
                Expected: 1 or more
                Fix: for example data.batches(32).\
                """);
        assertMessage(
                () -> data(new float[][] {{1, 2}}).batches(1).iterator().next().y(),
                """
                batch.y() gives the targets.
                Received: a batch of examples without targets
                Expected: examples and what the model should say of each
                Fix: use data(x, y).\
                """);
    }

    private static void assertMessage(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOf(LungoException.class).hasMessage(message);
    }

    private static Model model(Optimizer optimizer) {
        return sequential(
                        input(8, 8, 1),
                        conv2d(4, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(3).softmax())
                .compile(optimizer, sparseCategoricalCrossentropy());
    }
}
