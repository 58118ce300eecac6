package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTests {
    @TempDir private Path folder;

    private static Model small() {
        return sequential(input(2), dense(3).relu(), dense(1));
    }

    private static Model many() {
        return sequential(
                input(5),
                embedding(7, 4),
                lstm(3).returnSequences(),
                gru(4).returnSequences(),
                multiHeadAttention(2, 2),
                dense(3));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void are_named_and_laid_out_as_in_keras() {
        assertThat(many().weights().tensors().entrySet())
                .extracting(each -> each.getKey() + " " + each.getValue().shape())
                .containsExactly(
                        "embedding/embeddings 7 x 4",
                        "lstm/kernel 4 x 12",
                        "lstm/recurrentKernel 3 x 12",
                        "lstm/bias 12",
                        "gru/kernel 3 x 12",
                        "gru/recurrentKernel 4 x 12",
                        "gru/bias 2 x 12",
                        "multiHeadAttention/query/kernel 4 x 2 x 2",
                        "multiHeadAttention/query/bias 2 x 2",
                        "multiHeadAttention/key/kernel 4 x 2 x 2",
                        "multiHeadAttention/key/bias 2 x 2",
                        "multiHeadAttention/value/kernel 4 x 2 x 2",
                        "multiHeadAttention/value/bias 2 x 2",
                        "multiHeadAttention/attentionOutput/kernel 2 x 2 x 4",
                        "multiHeadAttention/attentionOutput/bias 4",
                        "dense/kernel 4 x 3",
                        "dense/bias 3");
    }

    @Test
    void come_back_as_they_were_set() {
        Model model = small();
        model.weights("dense/kernel", new float[][] {{1, 2, 3}, {4, 5, 6}});
        model.weights("dense/bias", new double[3]);
        model.weights("dense_1/kernel", new int[][] {{1}, {10}, {100}});
        assertThat(model.weights().of("dense/kernel").rows())
                .isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
        model.weights("dense_1/bias", new float[] {0.5f});
        assertThat(model.predict(1f, 1f).value()).isEqualTo(975.5f);
    }

    @Test
    void are_a_copy_that_brings_the_model_back() {
        Model model = small().compile(sgd(0.1), mse());
        Weights before = model.weights();
        float[] kernel = before.of("dense/kernel").values().clone();
        model.fit(data(new float[][] {{1, 2}}, new float[] {3}), f -> f.quiet());
        assertThat(model.weights().of("dense_1/bias").values()).isNotEqualTo(new float[] {0});
        model.weights(before);
        assertThat(model.weights().of("dense/kernel").values()).isEqualTo(kernel);
    }

    @Test
    void stay_when_a_fit_with_a_seed_begins() {
        var examples = data(new float[][] {{1, 2}}, new float[] {3});
        Model model = small().compile(sgd(1e-30), mse());
        model.weights("dense/kernel", new float[][] {{1, 2, 3}, {4, 5, 6}});
        model.fit(examples, f -> f.seed(1).quiet());
        assertThat(model.weights().of("dense/kernel").rows()[1]).containsExactly(4, 5, 6);
    }

    @Test
    void refuses_unknown_names_and_other_shapes() {
        Model model = small();
        assertThatThrownBy(() -> model.weights("dens/kernel", 1))
                .hasMessage(
                        "The model has no weight of this name.\n"
                                + "Received: \"dens/kernel\"\n"
                                + "Expected: one of [dense/kernel, dense/bias, dense_1/kernel,"
                                + " dense_1/bias]\n"
                                + "Fix: use one of these names; model.summary() shows the layers.");
        assertThatThrownBy(() -> model.weights().of("kernel"))
                .hasMessageContaining("Received: \"kernel\"\n");
        assertThatThrownBy(() -> model.weights("dense/kernel", new float[3][2]))
                .hasMessage(
                        "The weight dense/kernel has another shape.\n"
                                + "Received: 3 x 2\n"
                                + "Expected: 2 x 3\n"
                                + "Fix: give it in Keras' layout: inputs before outputs.");
    }

    @Test
    void may_not_be_changed_while_the_model_learns() {
        Model model = small().compile(sgd(0.1), mse());
        Weights before = model.weights();
        assertThatThrownBy(
                        () ->
                                model.fit(
                                        data(new float[][] {{1, 2}}, new float[] {3}),
                                        f -> f.quiet().onEpoch(e -> model.weights(before))))
                .hasMessageContaining("weights: this model is being trained.");
    }

    @Test
    void go_through_both_kinds_of_files_in_keras_layout() {
        for (String name : new String[] {"a.npz", "a.safetensors"}) {
            Model model = many();
            model.saveWeights(file(name));
            Model other = many();
            other.loadWeights(file(name));
            assertSame(other, model);
        }
    }

    @Test
    void go_through_both_kinds_of_files_in_pytorch_layout() {
        for (String name : new String[] {"a.npz", "a.safetensors"}) {
            Model model = many();
            model.savePyTorchWeights(file(name));
            Model other = many();
            other.loadPyTorchWeights(file(name));
            assertSame(other, model);
        }
    }

    @Test
    void of_a_layer_of_your_own_stay_as_you_wrote_them() {
        Model model =
                sequential(
                        input(2),
                        layerWithWeights(
                                "mix",
                                (x, own) ->
                                        x.matmul(own.weight("kernel", 2, 3))
                                                .add(own.weight("shift", constant(1), 3))));
        assertThat(model.weights().names()).containsExactly("mix/kernel", "mix/shift");
        model.weights("mix/kernel", new float[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(model.predict(1f, 10f).values(0)).containsExactly(42, 53, 64);
        model.savePyTorchWeights(file("own.npz"));
        model.weights("mix/kernel", new float[2][3]);
        model.loadPyTorchWeights(file("own.npz"));
        assertThat(model.predict(1f, 10f).values(0)).containsExactly(42, 53, 64);
    }

    @Test
    void of_a_shared_layer_are_there_once() {
        var a = input(2, 2, 3);
        var b = input(2, 2, 3);
        var twin = shared(block(flatten(), dense(2)));
        Model model = model(List.of(a, b), List.of(subtract(twin.of(a), twin.of(b))));
        assertThat(model.weights().names())
                .containsExactly("block/dense/kernel", "block/dense/bias");
        Weights before = model.weights();
        model.savePyTorchWeights(file("twin.npz"));
        model.weights("block/dense/kernel", new float[12][2]);
        model.loadPyTorchWeights(file("twin.npz"));
        assertThat(model.weights().of("block/dense/kernel").values())
                .isEqualTo(before.of("block/dense/kernel").values());
    }

    @Test
    void are_not_taken_by_counts_that_may_be_in_another_order_than_the_layers() {
        // As Keras writes Dense(2)(Dense(2)(x)): dense_1 reads the input.
        Model keras = sequential(input(2), dense(2).named("dense_1"), dense(2).named("dense"));
        keras.saveWeights(file("nested.npz"));
        Model line = sequential(input(2), dense(2), dense(2));
        line.loadWeights(file("nested.npz"));
        assertThat(line.weights().of("dense/kernel").values())
                .isEqualTo(keras.weights().of("dense_1/kernel").values());
        var x = input(2);
        Model branched = model(x, add(x, dense(2).of(dense(2).of(x))));
        assertThatThrownBy(() -> branched.loadWeights(file("nested.npz")))
                .hasMessageEndingWith(
                        "Received: dense_1, dense, which are alike, and whose names do not tell"
                                + " their order\n"
                                + "Expected: to know which of them are dense, dense_1\n"
                                + "Fix: give these layers names of their own, name=\"...\" in"
                                + " Keras and .named(\"...\") here.");
    }

    @Test
    void refuses_to_guess_the_order_behind_a_lambda() {
        Model model =
                sequential(input(2, 2, 3), flatten(), layer("turned", x -> x.flip(1)), dense(1));
        assertThatThrownBy(() -> model.savePyTorchWeights(file("a.npz")))
                .hasMessage(
                        "savePyTorchWeights: PyTorch cannot take all weights of this model.\n"
                                + "Received: layers between flatten() and dense\n"
                                + "Expected: only layers that leave each number in its place:"
                                + " PyTorch lays pictures out channel by channel, so the inputs"
                                + " must be reordered\n"
                                + "Fix: set these weights one by one, with model.weights(name,"
                                + " array).");
    }

    private static void assertSame(Model model, Model other) {
        assertThat(model.weights().names()).isEqualTo(other.weights().names());
        for (String name : model.weights().names()) {
            assertThat(model.weights().of(name).values())
                    .as(name)
                    .isEqualTo(other.weights().of(name).values());
        }
    }

    @Test
    void say_which_layer_took_what() {
        small().saveWeights(file("a.npz"));
        assertThat(small().loadWeights(file("a.npz")).toString())
                .contains("Weights of a.npz", "dense_1");
    }

    @Test
    void refuses_files_of_another_model_and_changes_nothing() {
        sequential(input(2), dense(4), dense(1)).saveWeights(file("a.npz"));
        Model model = small();
        float[] before = model.weights().of("dense/kernel").values();
        assertThatThrownBy(() -> model.loadWeights(file("a.npz")))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        "loadWeights: the file does not fit the model, which is unchanged.\n"
                                + "Received: dense (bias of 4, kernel of 2 x 4); dense_1 (bias of"
                                + " 1, kernel of 4 x 1)\n"
                                + "Expected: dense (bias of 3, kernel of 2 x 3); dense_1 (bias of"
                                + " 1, kernel of 3 x 1)\n"
                                + "Fix: make both models of the same layers, sizes and options.");
        assertThat(model.weights().of("dense/kernel").values()).isEqualTo(before);
        sequential(input(2), dense(3)).savePyTorchWeights(file("b.safetensors"));
        assertThatThrownBy(() -> model.loadPyTorchWeights(file("b.safetensors")))
                .hasMessage(
                        "loadPyTorchWeights: the file does not fit the model, which is"
                                + " unchanged.\n"
                                + "Received: nothing that fits these layers\n"
                                + "Expected: dense_1 (bias of 1, weight of 1 x 3)\n"
                                + "Fix: make both models of the same layers, sizes and options.");
    }

    @Test
    void tells_keras_and_pytorch_apart() {
        small().saveWeights(file("keras.npz"));
        small().savePyTorchWeights(file("torch.npz"));
        assertThatThrownBy(() -> small().loadPyTorchWeights(file("keras.npz")))
                .hasMessageEndingWith(
                        "Received: names of Keras or NumPy, such as dense/kernel\n"
                                + "Expected: names of a PyTorch state dict, such as fc.weight\n"
                                + "Fix: use model.loadWeights(...) for weights of Keras or of"
                                + " Lungo.");
        assertThatThrownBy(() -> small().loadWeights(file("torch.npz")))
                .hasMessageEndingWith(
                        "Received: PyTorch's names, such as dense.weight\n"
                                + "Expected: Keras' names, such as dense/kernel\n"
                                + "Fix: use model.loadPyTorchWeights(...).");
    }

    @Test
    void says_how_to_write_a_file_that_can_be_read() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "?");
        assertThatThrownBy(() -> small().loadWeights(file("a.txt")))
                .hasMessage(
                        "loadWeights cannot read this kind of file.\n"
                                + ("Received: " + file("a.txt") + "\n")
                                + "Expected: a file that ends with .npz, .safetensors, .h5,"
                                + " .keras, .pt, .pth or .bin\n"
                                + "Fix: write the weights in one of these formats.");
        assertThatThrownBy(() -> small().saveWeights(file("a.txt")))
                .hasMessage(
                        "saveWeights writes two kinds of files.\n"
                                + ("Received: " + file("a.txt") + "\n")
                                + "Expected: a name that ends with .npz or .safetensors\n"
                                + "Fix: for example \"weights.npz\", which numpy.load reads.");
        assertThatThrownBy(() -> small().loadWeights(file("none.npz")))
                .hasMessage(
                        "loadWeights: the file could not be read. The model is unchanged.\n"
                                + ("Received: " + file("none.npz") + ": there is no such file\n")
                                + "Expected: weights that Keras, PyTorch, numpy.savez or"
                                + " safetensors wrote\n"
                                + "Fix: look at the name and the folder.");
        Files.writeString(folder.resolve("broken.npz"), "no zip");
        assertThatThrownBy(() -> small().loadWeights(file("broken.npz")))
                .hasMessageContaining(": it is not an npz file of NumPy\n");
    }

    @Test
    void reorders_what_reads_a_flattened_picture() {
        Model model = sequential(input(2, 2, 3), flatten(), dense(1));
        model.savePyTorchWeights(file("a.npz"));
        Model flat = sequential(input(12), dense(1));
        flat.loadPyTorchWeights(file("a.npz"));
        float[] torch = flat.weights().of("dense/kernel").values();
        float[] ours = model.weights().of("dense/kernel").values();
        assertThat(model.weights().of("dense/kernel").shape()).isEqualTo(Shape.of(12, 1));
        for (int pixel = 0; pixel < 4; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(torch[channel * 4 + pixel]).isEqualTo(ours[pixel * 3 + channel]);
            }
        }
    }

    @Test
    void asks_for_order_where_safetensors_lost_it() throws IOException {
        Model twins = sequential(input(2), dense(2).named("b"), dense(2).named("a"));
        twins.savePyTorchWeights(file("a.safetensors"));
        Model other = sequential(input(2), dense(2), dense(2));
        assertThatThrownBy(() -> other.loadPyTorchWeights(file("a.safetensors")))
                .hasMessageContaining(
                        "Received: a, b, which are alike, in a file that does not keep their"
                                + " order\n"
                                + "Expected: to know which of them are dense, dense_1\n"
                                + "Fix: in Python: np.savez(");
        twins.savePyTorchWeights(file("a.npz"));
        other.loadPyTorchWeights(file("a.npz"));
        assertThat(other.weights().of("dense/kernel").values())
                .isEqualTo(twins.weights().of("b/kernel").values());
    }

    @Test
    void takes_arrays_without_names_in_a_line_of_layers_only() {
        var x = input(2);
        Model branched = model(x, dense(1).of(add(dense(2).of(x), x)));
        String keras = Path.of(file("k.npz")).toString();
        try {
            Files.copy(
                    Path.of(getClass().getResource("/dev/lungo/port/keras/lenet.npz").toURI()),
                    Path.of(keras));
        } catch (IOException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
        assertThatThrownBy(() -> branched.loadWeights(keras))
                .hasMessageContaining("Received: arrays without names\n");
        assertThatThrownBy(() -> small().loadWeights(keras))
                .hasMessageEndingWith(
                        "Received: 8 arrays without names\n"
                                + "Expected: 4, for dense/kernel, dense/bias, dense_1/kernel,"
                                + " dense_1/bias\n"
                                + "Fix: make both models of the same layers.");
        assertThatThrownBy(
                        () ->
                                sequential(
                                                input(9, 9, 1),
                                                conv2d(3, 5),
                                                conv2d(4, 3),
                                                flatten(),
                                                dense(9),
                                                dense(3))
                                        .loadWeights(keras))
                .hasMessageEndingWith(
                        "Received: arr_4 of 16 x 10\n"
                                + "Expected: dense/kernel of 36 x 9\n"
                                + "Fix: make both models of the same layers and sizes.");
    }
}
