package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.layer.Lambda;
import dev.lungo.layer.Layer;
import dev.lungo.loss.Loss;
import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with lambdas that ask for values. */
class StepByStepTests {
    private static final Dataset DATA = Pictures.of(90);

    @TempDir Path folder;

    @Test
    void learns_what_the_compiled_loop_learns() {
        Model custom = model(layer("swish", StepByStepTests::customSwish));
        Model compiled = model(layer("swish", x -> x.mul(x.sigmoid())));
        fit(custom);
        fit(compiled);
        for (String figure : custom.history().names()) {
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(custom.history().values(figure).get(epoch))
                        .as(figure)
                        .isCloseTo(compiled.history().values(figure).get(epoch), within(1e-5));
            }
        }
        assertThat(custom.evaluate(DATA).loss())
                .isCloseTo(compiled.evaluate(DATA).loss(), within(1e-5));
        assertThat(custom.predict(DATA).probability(7))
                .isCloseTo(compiled.predict(DATA).probability(7), within(1e-5));
    }

    @Test
    void knows_the_names_of_classes() {
        float[][] rows = {{0, 1}, {1, 0}, {0, 2}, {2, 0}};
        Dataset named = Dataset.of(rows, new int[] {0, 1, 0, 1}, List.of("left", "right"));
        Model custom =
                sequential(
                                input(2),
                                layer("swish", StepByStepTests::customSwish),
                                dense(2).softmax())
                        .compile(adam(0.1), sparseCategoricalCrossentropy(), accuracy());
        custom.fit(named, f -> f.epochs(50).seed(1).quiet());
        assertThat(custom.predict(new float[] {0, 3}).className(0)).isEqualTo("left");
        assertThat(custom.evaluate(named).accuracy()).isEqualTo(1);
    }

    @Test
    void weighs_examples_as_the_compiled_loop_does() {
        Dataset weighed = DATA.classWeights(1, 5, 0.5);
        Model custom = model(layer("swish", StepByStepTests::customSwish));
        Model compiled = model(layer("swish", x -> x.mul(x.sigmoid())));
        custom.fit(weighed, f -> f.seed(3).quiet());
        compiled.fit(weighed, f -> f.seed(3).quiet());
        assertThat(custom.history().values("loss").get(0))
                .isCloseTo(compiled.history().values("loss").get(0), within(1e-5));
    }

    @Test
    void learns_by_a_loss_that_reads_values() {
        Loss custom =
                loss(
                        "nll",
                        (p, y) -> {
                            Tensor each = p.pick(y).log().neg();
                            return each.mean().value() >= 0 ? each : each.neg();
                        });
        Model own = Small.model().compile(adam(0.01), custom, accuracy());
        Model builtIn = Small.model();
        fit(own);
        fit(builtIn);
        assertThat(own.history().values("loss").get(2))
                .isCloseTo(builtIn.history().values("loss").get(2), within(1e-4));
        assertThat(own.evaluate(DATA).loss())
                .isCloseTo(builtIn.evaluate(DATA).loss(), within(1e-4));
        assertThat(lines(own)).contains("step by step: loss nll is custom (it reads values)");
    }

    @Test
    void moves_the_weights_of_a_custom_layer() {
        Model custom = model(layerWithWeights("scale", (x, own) -> scaled(x, own, true)));
        Model compiled = model(layerWithWeights("scale", (x, own) -> scaled(x, own, false)));
        fit(custom);
        fit(compiled);
        assertThat(custom.history().values("loss").get(2))
                .isCloseTo(compiled.history().values("loss").get(2), within(1e-5));
        String file = folder.resolve("own.lungo").toString();
        custom.save(file);
        Lambda again = layerWithWeights("scale", (x, own) -> scaled(x, own, true));
        assertThat(load(file, again).evaluate(DATA).loss()).isEqualTo(custom.evaluate(DATA).loss());
    }

    @Test
    void says_so_in_the_line_that_keras_prints_its_progress_under() {
        assertThat(lines(model(layer("swish", StepByStepTests::customSwish))))
                .contains(", step by step: layer swish is custom (it reads values)")
                .contains("loss:");
    }

    @Test
    void keeps_what_it_learned_when_the_lambda_fails_on_the_way() {
        AtomicInteger calls = new AtomicInteger();
        Model model =
                model(
                        layer(
                                "odd",
                                x -> {
                                    x.values();
                                    if (calls.incrementAndGet() > 30) {
                                        throw new IllegalStateException("on purpose");
                                    }
                                    return x;
                                }));
        assertThatThrownBy(() -> model.fit(DATA, f -> f.epochs(100).batchSize(9).quiet()))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The lambda of layer odd failed.
                        Received: java.lang.IllegalStateException: on purpose
                        Expected: a lambda that gives a tensor
                        Fix: mend the lambda, and make the model again.\
                        """);
        assertThat(model.history().epochs()).hasSizeBetween(2, 3);
        calls.set(-1000);
        assertThat(model.evaluate(DATA).loss()).isPositive();
        model.fit(DATA, f -> f.quiet());
    }

    @Test
    void refuses_another_shape_than_at_first() {
        AtomicInteger calls = new AtomicInteger();
        Model model =
                sequential(
                                input(4),
                                layer(
                                        "odd",
                                        x -> {
                                            x.values();
                                            return calls.incrementAndGet() < 3
                                                    ? x
                                                    : x.slice(1, 0, 3);
                                        }))
                        .compile(sgd(), mse());
        calls.set(5);
        assertThatThrownBy(() -> model.predict(new float[][] {{1, 2, 3, 4}}))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The layer odd gives another shape than at first.
                        Received: 1 x 3
                        Expected: 1 x 4
                        Fix: make the lambda give the same shape for any values.\
                        """);
    }

    @Test
    void refuses_to_export_code_of_the_users_own() {
        Model model = model(layer("swish", StepByStepTests::customSwish));
        assertThatThrownBy(() -> model.export(folder.resolve("own.pt").toString()))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        export: a part of this model is Java code, which PyTorch cannot run.
                        Received: layer swish is custom (it reads values)
                        Expected: layers that are functions of tensors only
                        Fix: express it with functions of the tensor, for example x.gt(0).where(a, b) in place of an if.\
                        """);
    }

    private static Tensor customSwish(Tensor x) {
        return x.mean().value() > -1e9 ? x.mul(x.sigmoid()) : x;
    }

    private static Tensor scaled(Tensor x, OwnWeights own, boolean custom) {
        Tensor scale = own.weight("factor", constant(0.5), x.size(-1));
        if (custom) {
            x.values();
        }
        return x.mul(scale);
    }

    private static Model model(Layer middle) {
        return sequential(
                        input(8, 8, 1),
                        conv2d(4, 3),
                        middle,
                        maxPool2d(2),
                        flatten(),
                        dropout(0.3),
                        dense(3).softmax())
                .compile(adam(0.01), sparseCategoricalCrossentropy(), accuracy());
    }

    private static void fit(Model model) {
        model.fit(DATA, f -> f.epochs(3).seed(3).quiet().validation(DATA));
    }

    private static String lines(Model model) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            model.fit(DATA);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
