package dev.lungo.layer;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.model.Model;
import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Tensor;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnWeightsTests {
    private static final float[][] X = {{1, 2}, {3, -1}, {-2, 0.5f}, {0, 1}};
    private static final Dataset DATA =
            data(X, new float[][] {{2, -6}, {6, 3}, {-4, -1.5f}, {0, -3}});

    @TempDir Path folder;

    @Test
    void learns_what_a_built_in_layer_learns() {
        Lambda own =
                layerWithWeights(
                        "own",
                        (x, w) ->
                                x.matmul(w.weight("kernel", constant(0.1), 2, 2))
                                        .add(w.weight("bias", constant(0), 2)));
        Model ours = trained(own);
        Model builtIn = trained(dense(2).kernelInitializer(constant(0.1)));
        assertThat(ours.history().values("loss"))
                .isEqualTo(builtIn.history().values("loss"))
                .last()
                .satisfies(loss -> assertThat(loss).isLessThan(1e-3));
        assertThat(ours.parameters()).isEqualTo(6);
        assertThat(ours.summary().toString()).contains("Trainable params: 6");
    }

    @Test
    void begins_as_keras_kernels_do_and_can_be_frozen() {
        Layer own = layerWithWeights("own", (x, w) -> x.matmul(w.weight("kernel", 2, 2))).frozen();
        Model model = sequential(input(2), own, dense(2)).compile(adam(), mse());
        model.fit(DATA, f -> f.seed(1).quiet());
        assertThat(model.summary().toString()).contains("Non-trainable params: 4");
    }

    @Test
    void comes_back_from_a_file_when_the_lambda_is_given_again() {
        Model model = trained(scale());
        String file = folder.resolve("own.lungo").toString();
        model.save(file);

        Model read = load(file, scale());
        assertThat(read.predict(X).values()).isDeepEqualTo(model.predict(X).values());
        model.fit(DATA, f -> f.seed(2).quiet());
        read.fit(DATA, f -> f.seed(2).quiet());
        assertThat(read.predict(X).values()).isDeepEqualTo(model.predict(X).values());

        assertThatThrownBy(() -> load(file, layer("swish", x -> x)))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        load: this model has code of your own, of which a file holds the names.
                        Received: layer("swish", ...)
                        Expected: layer("scale", ...)
                        Fix: write that code again behind the file: load("%s", layer("scale", ...)).\
                        """,
                        file);
    }

    @Test
    void refuses_weights_that_mean_nothing() {
        assertThatThrownBy(
                        () -> model((x, w) -> x.add(w.weight("a", 2)).matmul(w.weight("a", 2, 2))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        layer own: The layer own has two weights of one name.
                        Received: "a" of 2 x 2
                        Expected: "a" of 2, as before
                        Fix: give one of them another name.\
                        """);
        assertThatThrownBy(() -> model((x, w) -> x.add(w.weight("a", 0))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        layer own: The layer own has a weight without numbers.
                        Received: "a" of 0
                        Expected: sizes of 1 or more
                        Fix: for example own.weight("a", x.size(-1)).\
                        """);
        assertThatThrownBy(() -> model((x, w) -> x.add(w.weight("my weight", 2))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        layer own: weight("my weight") cannot be used.
                        Received: "my weight"
                        Expected: a letter, then letters, digits or _
                        Fix: for example weight("factor").\
                        """);
    }

    private static Model model(BiFunction<Tensor, OwnWeights, Tensor> function) {
        return sequential(input(2), layerWithWeights("own", function));
    }

    private static Lambda scale() {
        return layerWithWeights(
                "scale", (x, w) -> x.mul(w.weight("factor", constant(1), x.size(-1))));
    }

    private static Model trained(Layer layer) {
        Model model = sequential(input(2), layer).compile(adam(0.1), mse());
        model.fit(DATA, f -> f.epochs(200).batchSize(4).seed(1).quiet());
        return model;
    }
}
