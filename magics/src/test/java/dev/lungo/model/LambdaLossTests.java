package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.loss.Loss;
import dev.lungo.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaLossTests {
    private static final Dataset DATA = Pictures.of(90);
    private static final LambdaLoss NLL = loss("nll", (p, y) -> p.pick(y).log().neg());
    private static final LambdaLoss SQUARED = loss("squared", (p, y) -> p.sub(y).square());

    @TempDir Path folder;

    @Test
    void trains_and_measures_as_the_loss_that_is_built_in() {
        Model own = model(NLL);
        Model builtIn = model(sparseCategoricalCrossentropy());
        fit(own);
        fit(builtIn);
        for (String figure : new String[] {"loss", "accuracy", "val_loss"}) {
            assertThat(last(own, figure)).isCloseTo(last(builtIn, figure), within(1e-5));
        }
        assertThat(own.evaluate(DATA).loss())
                .isCloseTo(builtIn.evaluate(DATA).loss(), within(1e-5));
        assertThat(own.evaluate(DATA).accuracy()).isEqualTo(builtIn.evaluate(DATA).accuracy());
    }

    @Test
    void takes_the_last_batch_and_single_examples() {
        Model model = model(NLL);
        model.fit(DATA, f -> f.batchSize(89).seed(1).quiet());
        double loss = model.evaluate(DATA.take(1)).loss();
        assertThat(loss).isPositive().isLessThan(10);
    }

    @Test
    void compares_a_column_with_labels_of_yes_and_no() {
        float[][] x = {{0}, {1}, {2}, {3}};
        Model model =
                sequential(input(1), dense(1).kernelInitializer(constant(0)))
                        .compile(sgd(), SQUARED);
        assertThat(model.evaluate(data(x, new int[] {0, 1, 1, 1})).loss()).isEqualTo(0.75);
    }

    @Test
    void sees_targets_of_another_shape_than_the_prediction() {
        float[][] x = {{0}, {1}, {2}, {3}};
        Loss quantiles = loss("quantiles", (p, y) -> y.sub(p).mul(tensor(0.1, 0.5, 0.9)).abs());
        Model model =
                sequential(input(1), dense(3).kernelInitializer(constant(0)))
                        .compile(sgd(), quantiles);
        assertThat(model.evaluate(data(x, new float[] {0, 1, 1, 2})).loss())
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void predicts_before_it_knows_its_targets_and_keeps_the_weights() {
        Model model = model(NLL);
        float[][] before = model.predict(DATA).values();
        model.evaluate(DATA);
        assertThat(model.predict(DATA).values()).isDeepEqualTo(before);
    }

    @Test
    void refuses_a_loss_that_the_model_cannot_make_smaller() {
        float[][] x = {{0}, {1}};
        Dataset rows = data(x, new float[] {0, 1});
        String said =
                """
                The loss deaf cannot be made smaller by the model.
                Received: a result without a gradient for the prediction, the lambda's first argument
                Expected: a result computed from the prediction
                Fix: use the first argument, without detach() or comparisons on the way.\
                """;
        for (Loss deaf :
                List.of(
                        loss("deaf", (p, y) -> y),
                        loss("deaf", (p, y) -> p.detach().sub(y)),
                        loss("deaf", (p, y) -> p.mean().value() > 9 ? p : y))) {
            Model model = sequential(input(1), dense(1)).compile(sgd(), deaf);
            assertThatThrownBy(() -> model.fit(rows, f -> f.quiet())).hasMessage(said);
        }
    }

    @Test
    void goes_on_from_a_file_when_the_lambda_is_given_again() {
        Model model = model(NLL);
        fit(model);
        String file = folder.resolve("own.lungo").toString();
        model.save(file);
        Model read = load(file, NLL);
        fit(model);
        fit(read);
        assertThat(read.history().values("loss")).isEqualTo(model.history().values("loss"));
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        load: this model has code of your own, of which a file holds the names.
                        Received: none of that code
                        Expected: loss("nll", ...)
                        Fix: write that code again behind the file: load("%s", loss("nll", ...)).\
                        """,
                        file);
    }

    @Test
    void resumes_from_a_checkpoint() {
        String file = folder.resolve("check.lungo").toString();
        Model whole = model(NLL);
        whole.fit(DATA, f -> f.epochs(2).seed(4).quiet());
        model(NLL).fit(DATA, f -> f.seed(4).quiet().checkpoint(file));
        Model resumed = model(NLL);
        resumed.fit(DATA, f -> f.epochs(2).seed(4).quiet().resume(file));
        assertThat(resumed.history().values("loss")).isEqualTo(whole.history().values("loss"));
    }

    @Test
    void refuses_a_lambda_that_loses_the_batch() {
        assertMessage(
                loss("mean", (p, y) -> p.pick(y).mean()),
                """
                The loss mean loses the batch.
                Received: a result tensor one number
                Expected: a result whose first axis is the batch: a number, or some, for each example
                Fix: leave axis 0 alone, for example mean(-1) in place of mean(); the mean over the batch is taken afterwards.\
                """);
    }

    @Test
    void tells_what_fails_in_the_lambda() {
        assertMessage(
                SQUARED,
                """
                loss squared: sub cannot combine tensors of these shapes.
                Received: batch x 3 and batch
                Expected: sizes that are equal or 1, counted from the last axis
                Fix: change one of them with reshape, unsqueeze or transpose.\
                """);
        assertMessage(
                loss("odd", (p, y) -> fails()),
                """
                The lambda of loss odd failed.
                Received: java.lang.IllegalStateException: on purpose
                Expected: a lambda that gives a tensor
                Fix: mend the lambda, and make the model again.\
                """);
    }

    @Test
    void refuses_targets_of_another_kind_than_before() {
        Loss any = loss("any", (p, y) -> p.square());
        Model model = Small.model().compile(sgd(), any);
        fit(model);
        assertThatThrownBy(() -> model.evaluate(DATA.oneHot(3)))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        evaluate: these targets differ from those that the loss any was compared with before.
                        Received: targets of 3
                        Expected: targets of class numbers
                        Fix: use targets of one kind, or compile the model again.\
                        """);
        model.compile(sgd(), any).evaluate(DATA.oneHot(3));
    }

    private static double last(Model model, String figure) {
        return model.history().values(figure).get(1);
    }

    private static Tensor fails() {
        throw new IllegalStateException("on purpose");
    }

    private static void assertMessage(Loss loss, String message) {
        Model model = model(loss);
        assertThatThrownBy(() -> fit(model)).isInstanceOf(LungoException.class).hasMessage(message);
    }

    private static Model model(Loss loss) {
        return Small.model().compile(adam(0.01), loss, accuracy());
    }

    private static void fit(Model model) {
        model.fit(DATA, f -> f.epochs(2).seed(3).quiet().validation(DATA));
    }
}
