package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.binaryCrossentropy;
import static dev.lungo.Lungo.categoricalCrossentropy;
import static dev.lungo.Lungo.concatenate;
import static dev.lungo.Lungo.conv1d;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.embedding;
import static dev.lungo.Lungo.globalAvgPool;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.losses;
import static dev.lungo.Lungo.mae;
import static dev.lungo.Lungo.model;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sgd;
import static dev.lungo.Lungo.shared;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static dev.lungo.Lungo.subtract;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Conv2d;
import dev.lungo.layer.Dense;
import dev.lungo.layer.Input;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import java.util.List;

/** The models and data of make_models.py, by the same names. */
record ReferenceModels(Model built, Dataset examples) {
    private static final int EXAMPLES = 6;

    static ReferenceModels of(String name, double rate) {
        return switch (name) {
            case "two and two", "two and two weighed" -> twoAndTwo(rate);
            case "siamese" -> siamese(rate);
            case "tags", "tags weighed" ->
                    tags(
                            dense(3).softmax(),
                            sparseCategoricalCrossentropy(),
                            classes(3, 2, 5),
                            accuracy(),
                            rate);
            case "one-hot tags" ->
                    tags(
                            dense(3).softmax(),
                            categoricalCrossentropy(),
                            oneHot(classes(3, 2, 5)),
                            accuracy(),
                            rate);
            case "tags from logits" ->
                    tags(
                            dense(3),
                            sparseCategoricalCrossentropy().fromLogits(),
                            classes(3, 2, 5),
                            accuracy(),
                            rate);
            case "series" -> tags(dense(3), mse(), cut(numbers(2, 15), 5), mae(), rate);
            case "segments" ->
                    picture(
                            conv2d(3, 1).softmax(),
                            sparseCategoricalCrossentropy(),
                            cut(classes(3, 2, 20), 4),
                            rate);
            case "mask" ->
                    picture(
                            conv2d(1, 1).sigmoid(),
                            binaryCrossentropy(),
                            cut(classes(2, 2, 20), 4),
                            rate);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ReferenceModels twoAndTwo(double rate) {
        Input words = input(5).named("words");
        Input facts = input(4).named("facts");
        var read = globalAvgPool().of(embedding(7, 3).of(words));
        var both = concatenate(read, dense(4).tanh().named("known").of(facts));
        var age = dense(1).named("age").of(both);
        var kind = dense(3).softmax().named("kind").of(both);
        Model model =
                model(List.of(words, facts), List.of(age, kind))
                        .compile(
                                sgd(rate),
                                losses(mse(), sparseCategoricalCrossentropy()).weights(0.3, 2),
                                mae().on("age"),
                                accuracy().on("kind"));
        return new ReferenceModels(
                model,
                data(
                        List.of(classes(7, 1, 5), numbers(2, 4)),
                        List.of(numbers(3, 1), flat(classes(3, 4, 1)))));
    }

    private static ReferenceModels siamese(double rate) {
        Input a = input(4);
        Input b = input(4);
        var one = shared(dense(5).tanh().named("one"));
        var two = shared(dense(3).named("two"));
        var apart = subtract(two.of(one.of(a)), two.of(one.of(b)));
        Model model =
                model(List.of(a, b), dense(1).sigmoid().named("same").of(apart))
                        .compile(sgd(rate), binaryCrossentropy(), accuracy());
        return new ReferenceModels(
                model, data(List.of(numbers(1, 4), numbers(2, 4)), flat(classes(2, 3, 1))));
    }

    private static ReferenceModels tags(
            Dense last, Loss loss, Object targets, Metric metric, double rate) {
        Model model =
                sequential(
                                input(5),
                                embedding(7, 3),
                                conv1d(4, 3).same().tanh().named("around"),
                                last.named("tags"))
                        .compile(sgd(rate), loss, metric);
        return new ReferenceModels(model, data(classes(7, 1, 5), targets));
    }

    private static ReferenceModels picture(Conv2d last, Loss loss, Object targets, double rate) {
        Model model =
                sequential(
                                input(4, 5, 2),
                                conv2d(3, 3).same().tanh().named("seen"),
                                last.named("parts"))
                        .compile(sgd(rate), loss, accuracy());
        float[][][][] pictures = new float[EXAMPLES][][][];
        float[][] rows = numbers(1, 40);
        for (int i = 0; i < EXAMPLES; i++) {
            pictures[i] = new float[4][][];
            float[][] lines = cut(rows[i], 4);
            for (int line = 0; line < 4; line++) {
                pictures[i][line] = cut(lines[line], 5);
            }
        }
        return new ReferenceModels(model, data(pictures, targets));
    }

    static int h(int n, int salt) {
        return (int) ((31L * n * n + 7919L * n + 104729L * (salt + 1)) % 10007);
    }

    private static float[][] numbers(int salt, int width) {
        float[][] rows = new float[EXAMPLES][width];
        for (int n = 0; n < EXAMPLES * width; n++) {
            rows[n / width][n % width] = (float) (h(n, salt) / 10007.0 - 0.5);
        }
        return rows;
    }

    private static int[][] classes(int count, int salt, int width) {
        int[][] rows = new int[EXAMPLES][width];
        for (int n = 0; n < EXAMPLES * width; n++) {
            rows[n / width][n % width] = h(n, salt) % count;
        }
        return rows;
    }

    private static int[] flat(int[][] column) {
        return java.util.Arrays.stream(column).mapToInt(row -> row[0]).toArray();
    }

    private static float[][][] oneHot(int[][] classes) {
        float[][][] rows = new float[EXAMPLES][classes[0].length][3];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int step = 0; step < classes[0].length; step++) {
                rows[i][step][classes[i][step]] = 1;
            }
        }
        return rows;
    }

    private static int[][][] cut(int[][] rows, int parts) {
        int[][][] cut = new int[rows.length][parts][rows[0].length / parts];
        for (int i = 0; i < rows.length; i++) {
            for (int n = 0; n < rows[i].length; n++) {
                cut[i][n / cut[i][0].length][n % cut[i][0].length] = rows[i][n];
            }
        }
        return cut;
    }

    private static float[][][] cut(float[][] rows, int parts) {
        return java.util.Arrays.stream(rows).map(row -> cut(row, parts)).toArray(float[][][]::new);
    }

    private static float[][] cut(float[] row, int parts) {
        float[][] cut = new float[parts][row.length / parts];
        for (int n = 0; n < row.length; n++) {
            cut[n / cut[0].length][n % cut[0].length] = row[n];
        }
        return cut;
    }
}
