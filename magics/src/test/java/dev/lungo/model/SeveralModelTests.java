package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.block;
import static dev.lungo.Lungo.concatenate;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.dropout;
import static dev.lungo.Lungo.embedding;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.globalAvgPool;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.load;
import static dev.lungo.Lungo.loss;
import static dev.lungo.Lungo.losses;
import static dev.lungo.Lungo.mae;
import static dev.lungo.Lungo.model;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.shared;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static dev.lungo.Lungo.subtract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.lungo.data.ByteValues;
import dev.lungo.data.Dataset;
import dev.lungo.layer.Input;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and words in, a size and a kind out. */
class SeveralModelTests {
    private static final int EXAMPLES = 120;
    private static final int WORDS = 9;

    private final Dataset pictures = Pictures.of(EXAMPLES);
    private final int[][] words = words();
    private final float[] sizes = sizes();
    private final Dataset data = data(List.of(pictures, words), List.of(sizes, pictures));
    @TempDir private Path folder;

    private static int[][] words() {
        Random random = new Random(4);
        int[][] words = new int[EXAMPLES][4];
        for (int[] row : words) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(WORDS);
            }
        }
        return words;
    }

    /** The mean of an example's words. */
    private float[] sizes() {
        float[] sizes = new float[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int word : words[i]) {
                sizes[i] += word / 4f;
            }
        }
        return sizes;
    }

    private static Model built() {
        Input picture = input(8, 8, 1).named("picture");
        Input text = input(4).named("text");
        var seen = dense(8).relu().of(flatten().of(picture));
        var read = globalAvgPool().of(embedding(WORDS, 4).of(text));
        var both = dropout(0.1).of(concatenate(seen, read));
        return model(
                        List.of(picture, text),
                        List.of(
                                dense(1).named("size").of(both),
                                dense(3).softmax().named("kind").of(both)))
                .compile(
                        adam(0.02),
                        losses(mse(), sparseCategoricalCrossentropy()).weights(0.2, 1),
                        mae().on("size"),
                        accuracy().on("kind"));
    }

    private History fit(Model model, int epochs) {
        return model.fit(data, f -> f.epochs(epochs).batchSize(16).seed(3).quiet());
    }

    @Test
    void learns_each_output_from_inputs_of_different_kinds() {
        Model model = built();
        History history = fit(model, 25);
        assertThat(history.names())
                .containsExactly("loss", "size_loss", "kind_loss", "size_mae", "kind_accuracy");
        assertThat(history.values("size_loss").get(24)).isLessThan(1);
        assertThat(history.values("kind_accuracy").get(24)).isGreaterThan(0.9);
    }

    @Test
    void tells_of_each_output_by_itself() {
        Model model = built();
        fit(model, 3);
        Evaluation all = model.evaluate(data);
        assertThat(all.loss())
                .isCloseTo(0.2 * all.value("size_loss") + all.value("kind_loss"), within(1e-5));
        assertThat(all.output("size").values()).containsOnlyKeys("loss", "mae");
        assertThat(all.output("size").loss()).isEqualTo(all.value("size_loss"));
        assertThat(all.output("kind").accuracy())
                .isCloseTo(all.value("kind_accuracy"), within(1e-9));
        assertThat(all.output("kind").confusion().toString()).contains("0", "1", "2");

        Predictions said = model.predict(data(List.of(pictures, words)));
        assertThat(said.size()).isEqualTo(EXAMPLES);
        assertThat(said.output("size").value(7))
                .isEqualTo(all.predictions().output("size").value(7));
        assertThat(said.output("kind").probabilities(7)).hasSize(3);
        assertThat(said.toString()).startsWith("size: ").contains("\nkind: ");
    }

    @Test
    void learns_by_lambdas_in_place_of_losses_and_in_steps_of_the_users_own() {
        Model own =
                built().compile(
                                adam(0.02),
                                losses(
                                                loss("square", (p, y) -> p.sub(y).square()),
                                                loss("miss", (p, y) -> p.sub(y).abs()))
                                        .weights(1, 0));
        Dataset both = data(List.of(pictures, words), List.of(sizes, new float[EXAMPLES][3]));
        double first = own.fit(both, f -> f.epochs(1).seed(3).quiet()).values("size_loss").get(0);
        for (var batch : both.batches(16)) {
            own.step(batch);
        }
        assertThat(own.evaluate(both).value("size_loss")).isLessThan(first);
    }

    @Test
    void says_the_same_of_many_examples_as_of_few() {
        Model model = built();
        fit(model, 1);
        int[][] many = new int[5 * EXAMPLES][];
        byte[] pixels = new byte[many.length * 64];
        for (int i = 0; i < many.length; i++) {
            many[i] = words[i % EXAMPLES];
            System.arraycopy(pictures.example(i % EXAMPLES), 0, pixels, 64 * i, 64);
        }
        Dataset large =
                Dataset.images(
                        pixels,
                        dev.lungo.tensor.Shape.of(8, 8, 1),
                        new int[many.length],
                        List.of("a"));
        Predictions said = model.predict(data(List.of(large, many)));
        Predictions few = model.predict(data);
        assertThat(said.output("size").value(EXAMPLES + 3))
                .isCloseTo(few.output("size").value(3), within(1e-5f));
        assertThat(said.output("kind").label(599)).isEqualTo(few.output("kind").label(119));
    }

    @Test
    void takes_inputs_losses_and_targets_by_their_names() {
        Model model = built();
        fit(model, 2);
        Model other = built();
        other.compile(
                adam(0.02),
                losses(Map.of("kind", sparseCategoricalCrossentropy(), "size", mse()))
                        .weights(Map.of("size", 0.2)),
                mae().on("size"),
                accuracy().on("kind"));
        Dataset named =
                data(
                        Map.of("text", words, "picture", pictures),
                        Map.of("kind", pictures.labels(), "size", sizes));
        other.fit(named, f -> f.epochs(2).batchSize(16).seed(3).quiet());
        assertThat(other.history().values("loss")).isEqualTo(model.history().values("loss"));
        assertThat(other.evaluate(named).values()).isEqualTo(model.evaluate(data).values());
    }

    @Test
    void comes_back_from_a_file_and_trains_on_to_the_same_digits() {
        Model model = built();
        fit(model, 2);
        String file = folder.resolve("model.lungo").toString();
        model.save(file);
        Model back = load(file);

        assertThat(back.summary()).hasToString(model.summary().toString());
        assertThat(back.evaluate(data).values()).isEqualTo(model.evaluate(data).values());
        assertThat(fit(back, 1).values("loss")).isEqualTo(fit(model, 1).values("loss"));
    }

    @Test
    void goes_on_from_a_checkpoint_to_the_digit() {
        Model unbroken = built();
        String file = folder.resolve("run.lungo").toString();
        fit(unbroken, 4);
        built().fit(data, f -> f.epochs(2).batchSize(16).seed(3).quiet().checkpoint(file));
        History resumed =
                built().fit(data, f -> f.epochs(4).batchSize(16).seed(3).quiet().resume(file));
        assertThat(resumed.values("loss")).isEqualTo(unbroken.history().values("loss"));
    }

    @Test
    void watches_one_output_and_validates_each() {
        History history =
                built().fit(
                                data,
                                f ->
                                        f.epochs(30)
                                                .validationSplit(0.2)
                                                .earlyStopping("val_kind_accuracy")
                                                .quiet());
        assertThat(history.names()).contains("val_loss", "val_size_mae", "val_kind_loss");
        assertThat(history.epochs().size()).isLessThan(30);
    }

    @Test
    void exports_what_takes_two_arguments_and_gives_two_results() throws Exception {
        Model model = built();
        fit(model, 2);
        Path file = folder.resolve("several.pt");
        model.export(file.toString());
        Predictions said = model.predict(data);

        try (ai.djl.Model other = ai.djl.Model.newInstance("several", "PyTorch");
                NDManager manager = other.getNDManager().newSubManager()) {
            other.load(file);
            ByteValues pixels = (ByteValues) pictures.inputs();
            NDArray picture =
                    manager.create(
                            ByteBuffer.wrap(pixels.array(), pixels.offset(), 64),
                            new Shape(1, 8, 8, 1),
                            DataType.UINT8);
            NDArray text = manager.create(words[0]).reshape(1, 4);
            NDList given =
                    other.getBlock()
                            .forward(
                                    new ParameterStore(manager, false),
                                    new NDList(picture, text),
                                    false);
            assertThat(given.get(0).toFloatArray())
                    .containsExactly(said.output("size").values(0), within(1e-5f));
            assertThat(given.get(1).toFloatArray())
                    .containsExactly(said.output("kind").values(0), within(1e-5f));
        }
    }

    @Test
    void shows_what_each_layer_is_connected_to() {
        assertThat(built().summary().rows())
                .extracting(row -> String.join(" | ", row))
                .containsExactly(
                        "picture | input(8, 8, 1).named(\"picture\") | 8 x 8 x 1 | 0 | 0 | -",
                        "text | input(4).named(\"text\") | 4 | 0 | 0 | -",
                        "flatten | flatten() | 64 | 0 | 0 | picture",
                        "dense | dense(8).relu() | 8 | 520 | 1,024 | flatten",
                        "embedding | embedding(9, 4) | 4 x 4 | 36 | 0 | text",
                        "globalAvgPool | globalAvgPool() | 4 | 0 | 0 | embedding",
                        "concatenate | concatenate() | 12 | 0 | 0 | dense, globalAvgPool",
                        "dropout | dropout(0.1) | 12 | 0 | 0 | concatenate",
                        "size | dense(1).named(\"size\") | 1 | 13 | 24 | dropout",
                        "kind | dense(3).softmax().named(\"kind\") | 3 | 39 | 72 | dropout");
    }

    @Test
    void a_shared_layer_counts_once_and_comes_back_from_a_file() {
        Input a = input(4);
        Input b = input(4);
        var twin = shared(block(dense(5).tanh(), dense(3))).named("twin");
        Model model =
                model(List.of(a, b), dense(1).of(subtract(twin.of(a), twin.of(b))))
                        .compile(adam(), mse());
        assertThat(model.parameters()).isEqualTo(25 + 18 + 4);
        assertThat(model.summary().rows())
                .extracting(row -> row.get(0) + " " + row.get(3) + " " + row.get(5))
                .containsExactly(
                        "input 0 -",
                        "input_1 0 -",
                        "twin 43 input",
                        "twin_1 0 input_1",
                        "subtract 0 twin, twin_1",
                        "dense 4 subtract");
        float[][] x = {{1, 2, 3, 4}, {5, 6, 7, 8}};
        Dataset pairs = data(List.of(x, x), new float[] {1, 2});
        model.fit(pairs, f -> f.quiet());
        String file = folder.resolve("twin.lungo").toString();
        model.save(file);
        Model back = load(file);
        assertThat(back.parameters()).isEqualTo(model.parameters());
        assertThat(back.predict(pairs).values()).isEqualTo(model.predict(pairs).values());
        assertThat(model.predict(pairs).value(0))
                .as("the same on both sides leaves the bias alone")
                .isEqualTo(model.predict(pairs).value(1));
    }

    @Test
    void shared_layers_that_are_written_alike_stay_apart() {
        var one = shared(dense(4));
        var other = shared(dense(4));
        Input x = input(4);
        var both = concatenate(block(one).of(other.of(x)), one.named("again").of(x));
        Model model = model(x, both).compile(adam(), mse());
        assertThat(model.parameters()).isEqualTo(2 * 20);
        String file = folder.resolve("alike.lungo").toString();
        Dataset rows = data(new float[3][4], new float[3][8]);
        model.fit(rows, f -> f.quiet().seed(2).checkpoint(file));
        assertThat(load(file).parameters()).isEqualTo(2 * 20);
    }

    @Test
    void a_shared_layer_goes_on_from_a_checkpoint_of_another_session() {
        String file = folder.resolve("twin.lungo").toString();
        Dataset rows = data(new float[3][4], new float[3]);
        for (int epochs = 1; epochs <= 2; epochs++) {
            int all = epochs;
            var same = shared(dense(4).tanh());
            Model model = sequential(input(4), block(same), same, dense(1)).compile(adam(), mse());
            model.fit(rows, f -> f.epochs(all).quiet().seed(2).checkpoint(file).resume(file));
            assertThat(model.history().epochs()).hasSize(epochs);
        }
    }

    @Test
    void a_layer_may_follow_itself() {
        var same = shared(dense(4).tanh());
        Model model = sequential(input(4), same, same, dense(1)).compile(adam(), mse());
        assertThat(model.parameters()).isEqualTo(20 + 5);
        assertThat(model.fit(data(new float[3][4], new float[3]), f -> f.quiet()).epochs())
                .hasSize(1);
    }

    @Test
    void tells_the_class_of_each_position() {
        int[][] tags = new int[EXAMPLES][4];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int step = 0; step < 4; step++) {
                tags[i][step] = words[i][step] / 3;
            }
        }
        Model model =
                sequential(input(4), embedding(WORDS, 6), dense(3).softmax())
                        .compile(adam(0.05), sparseCategoricalCrossentropy(), accuracy());
        Dataset tagged = data(words, tags);
        model.fit(tagged, f -> f.epochs(15).seed(1).quiet());
        Evaluation result = model.evaluate(tagged);
        assertThat(result.value("accuracy")).isEqualTo(1);
        assertThat(result.accuracy()).isEqualTo(1);
        assertThat(result.predictions().labels(5)).isEqualTo(tags[5]);
        assertThat(result.predictions().values(5)).hasSize(12);
        assertThat(result.confusion().toString()).contains("0", "1", "2");
        assertThat(model.predict(data(words)).toString())
                .startsWith(java.util.Arrays.toString(tags[0]) + ", ");
    }
}
