package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import dev.lungo.LungoException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Keras and PyTorch saved, made by src/test/golden/make_weight_files.py. */
class WeightFilesTests {
    @TempDir private Path folder;

    private static Model picture() {
        return sequential(
                input(4, 4, 2),
                conv2d(3, 2),
                prelu().byChannel(),
                batchNorm(),
                flatten(),
                dropout(0.5),
                dense(4),
                dense(4).tanh(),
                dense(4));
    }

    private static Model net() {
        return sequential(
                input(4, 4, 2).pytorch(),
                conv2d(3, 2),
                prelu().byChannel(),
                batchNorm(),
                flatten(),
                dense(4),
                prelu(),
                dense(4).tanh(),
                dense(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.weights.h5", "picture.keras", "picture.h5"})
    void of_keras_give_its_numbers(String name) {
        Model model = picture();
        model.loadWeights(file(name));
        assertThat(model.predict(example()).values(0))
                .containsExactly(expected("keras.json", "picture"), within(1e-5f));
    }

    @Test
    void of_keras_hold_layers_with_layers_inside() {
        Model model =
                sequential(
                        input(5),
                        embedding(7, 4),
                        multiHeadAttention(2, 3),
                        layerNorm(),
                        bidirectional(lstm(3).returnSequences()),
                        gru(2));
        model.loadWeights(file("text.weights.h5"));
        assertThat(model.predict(0f, 3f, 6f, 2f, 5f).values(0))
                .containsExactly(expected("keras.json", "text"), within(1e-6f));
    }

    @Test
    void say_which_layer_took_which() {
        assertThat(picture().loadWeights(file("picture.weights.h5")).toString())
                .contains("prelu", "p_re_lu", "dense_1", "head");
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.pt", "checkpoint.pt"})
    void of_pytorch_give_its_numbers(String name) {
        Model model = net();
        model.loadPyTorchWeights(file(name));
        assertThat(model.predict(example()).values(0))
                .containsExactly(expected("torch.json", "net"), within(1e-5f));
    }

    @Test
    void of_layers_that_are_alike_but_of_two_classes_are_refused() {
        Model model = sequential(input(3, 4), layerNorm(), dense(4), groupNorm(2));
        assertThatThrownBy(() -> model.loadWeights(file("alike.weights.h5")))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        loadWeights: the file does not fit the model, which is unchanged.
                        Received: group_normalization, layer_normalization_1, which are alike, and whose names do not tell their order
                        Expected: to know which of them are layerNorm, groupNorm
                        Fix: give these layers names of their own, name="..." in Keras and .named("...") here.\
                        """);
    }

    @Test
    void with_more_than_a_state_dict_are_refused() {
        assertUnreadable(
                "whole.pt",
                "it holds Python's torch.nn.modules.container.Sequential, and not only a state"
                        + " dict; in Python: torch.save(net.state_dict(), \"net.pt\")");
        assertUnreadable("script.pt", "it holds a TorchScript program, and not a state dict");
        assertUnreadable(
                "old.pt",
                "it is of the form before PyTorch 1.6: load it in Python and save it again");
    }

    @Test
    void that_would_run_code_are_refused() throws IOException {
        String attack = "cposix\nsystem\n(X\u0002\0\0\0lstR.";
        Path file = folder.resolve("attack.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("net/data.pkl"));
            zip.write(attack.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertUnreadable(
                file.toString(),
                "it holds Python's posix.system, and not only a state dict; in Python:"
                        + " torch.save(net.state_dict(), \"net.pt\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.pt", "picture.keras", "picture.weights.h5", "picture.h5"})
    void that_are_cut_off_leave_the_model_as_it_was(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(file(name)));
        // What Keras writes last belongs to the optimizer.
        for (int part = 0; part < 5; part++) {
            Path cut = folder.resolve(part + name);
            Files.write(cut, Arrays.copyOf(whole, whole.length * part / 8));
            Model model = picture();
            float[] before = model.predict(example()).values(0);
            assertThatThrownBy(
                            () -> {
                                if (name.endsWith(".pt")) {
                                    model.loadPyTorchWeights(cut.toString());
                                } else {
                                    model.loadWeights(cut.toString());
                                }
                            })
                    .as(part + " eighths")
                    .isInstanceOf(LungoException.class);
            assertThat(model.predict(example()).values(0)).isEqualTo(before);
        }
    }

    @Test
    void that_are_something_else_are_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("a.h5"), "not weights at all");
        assertThatThrownBy(() -> picture().loadWeights(text.toString()))
                .hasMessage(
                        "loadWeights: the file could not be read. The model is unchanged.\n"
                                + "Received: "
                                + text
                                + ": it is not HDF5 as Keras writes it, or cut off\n"
                                + "Expected: weights that Keras, PyTorch, numpy.savez or"
                                + " safetensors wrote\n"
                                + "Fix: write or copy it again.");
        assertUnreadable(
                Files.writeString(folder.resolve("a.pt"), "not a zip at all").toString(),
                "it is no file of torch.save, or cut off");
    }

    private static void assertUnreadable(String name, String reason) {
        String path = name.contains("/") || name.contains("\\") ? name : file(name);
        assertThatThrownBy(() -> net().loadPyTorchWeights(path))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        "loadPyTorchWeights: the file could not be read. The model is unchanged.\n"
                                + "Received: "
                                + path
                                + ": "
                                + reason
                                + "\n"
                                + "Expected: weights that Keras, PyTorch, numpy.savez or"
                                + " safetensors wrote\n"
                                + "Fix: write or copy it again.");
    }

    private static float[] example() {
        float[] values = new float[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = (7 * i % 11 - 5) / 5f;
        }
        return values;
    }

    private static String file(String name) {
        return Path.of("src/test/resources/dev/lungo/model/weights").resolve(name).toString();
    }

    private static float[] expected(String file, String model) {
        try (InputStream in = Files.newInputStream(Path.of(file(file)))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var numbers = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray(model);
            float[] values = new float[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers.get(i).getAsFloat();
            }
            return values;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
