package dev.lungo.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.data.Dataset;
import dev.lungo.model.History;
import dev.lungo.model.Model;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** A model of make_ports.py: its weights taken over, it must say and learn the same. */
final class Port {
    static final int STEPS = 7;
    static final int WORDS = 11;
    private static final int EXAMPLES = 24;
    private final String framework;
    private final String name;

    Port(String framework, String name) {
        this.framework = framework;
        this.name = name;
    }

    /** Compares outputs before training, the losses of two epochs, and outputs after them. */
    void agrees(Model model, Dataset data, BiConsumer<Model, String> loading) {
        loading.accept(model, file().toString());
        JsonObject reference = reference();
        assertClose("before", said(model, data), reference.getAsJsonArray("before"), 1e-5);
        History history =
                model.fit(data, f -> f.epochs(2).batchSize(8).shuffle(false).seed(1).quiet());
        double[] losses =
                history.values("loss").stream().mapToDouble(Double::doubleValue).toArray();
        assertClose("losses", losses, reference.getAsJsonArray("losses"), 1e-5);
        assertClose("after", said(model, data), reference.getAsJsonArray("after"), 1e-4);
    }

    private static double[] said(Model model, Dataset data) {
        List<float[]> rows =
                IntStream.range(0, 3).mapToObj(i -> model.predict(data).probabilities(i)).toList();
        return rows.stream()
                .flatMapToDouble(row -> IntStream.range(0, row.length).mapToDouble(i -> row[i]))
                .toArray();
    }

    private void assertClose(String what, double[] values, JsonArray expected, double tolerance) {
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            largest = Math.max(largest, Math.abs(expected.get(i).getAsDouble()));
        }
        assertThat(values).as("%s %s, %s", framework, name, what).hasSize(expected.size());
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i])
                    .as(
                            "%s %s, %s, value %d of %s",
                            framework, name, what, i, Arrays.toString(values))
                    .isCloseTo(expected.get(i).getAsDouble(), within(tolerance * largest));
        }
    }

    private Path file() {
        Path folder = folder();
        Path npz = folder.resolve(name + ".npz");
        return Files.exists(npz) ? npz : folder.resolve(name + ".safetensors");
    }

    private JsonObject reference() {
        try {
            String json =
                    Files.readString(folder().resolve(name + ".json"), StandardCharsets.UTF_8);
            return JsonParser.parseString(json).getAsJsonObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path folder() {
        try {
            return Path.of(Port.class.getResource("/dev/lungo/port/" + framework).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Pictures of this size; targets as {@code make_ports.py} makes them. */
    static float[][][][] pictures(int height, int width, int channels) {
        float[] values = values(EXAMPLES * height * width * channels);
        float[][][][] pictures = new float[EXAMPLES][height][width][channels];
        int at = 0;
        for (float[][][] picture : pictures) {
            for (float[][] row : picture) {
                for (float[] pixel : row) {
                    System.arraycopy(values, at, pixel, 0, channels);
                    at += channels;
                }
            }
        }
        return pictures;
    }

    static float[][][] sequences(int steps, int features) {
        float[] values = values(EXAMPLES * steps * features);
        float[][][] sequences = new float[EXAMPLES][steps][];
        for (int i = 0; i < EXAMPLES * steps; i++) {
            sequences[i / steps][i % steps] =
                    Arrays.copyOfRange(values, i * features, (i + 1) * features);
        }
        return sequences;
    }

    static float[][] rows(int size) {
        float[] values = values(EXAMPLES * size);
        float[][] rows = new float[EXAMPLES][];
        for (int i = 0; i < EXAMPLES; i++) {
            rows[i] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
        }
        return rows;
    }

    /** The same rows from their last number to their first. */
    static float[][] reversed(int size) {
        float[][] rows = rows(size);
        float[][] reversed = new float[EXAMPLES][size];
        for (int n = 0; n < EXAMPLES * size; n++) {
            reversed[n / size][n % size] = rows[n / size][size - 1 - n % size];
        }
        return reversed;
    }

    /** Rows from 0 to 1: what autoencoders give back. */
    static float[][] shares(int size) {
        float[][] rows = rows(size);
        for (float[] row : rows) {
            for (int i = 0; i < size; i++) {
                row[i] += 0.5f;
            }
        }
        return rows;
    }

    static float[][] words() {
        return words(STEPS, 0);
    }

    /** Other words: the numbers from place {@code first} on. */
    static float[][] words(int steps, int first) {
        float[][] words = new float[EXAMPLES][steps];
        for (int n = 0; n < EXAMPLES * steps; n++) {
            words[n / steps][n % steps] = h(first + n) % WORDS;
        }
        return words;
    }

    /** A class for each step of a sequence. */
    static int[][] classesOfSteps(int steps) {
        int[][] classes = new int[EXAMPLES][steps];
        for (int n = 0; n < EXAMPLES * steps; n++) {
            classes[n / steps][n % steps] = (n / steps + n % steps) % 3;
        }
        return classes;
    }

    /** A class for each pixel. */
    static int[][][] classesOfPixels(int height, int width) {
        int[][][] classes = new int[EXAMPLES][height][width];
        for (int n = 0; n < EXAMPLES * height * width; n++) {
            int row = n / width % height;
            classes[n / width / height][row][n % width] =
                    (n / width / height + row + n % width) % 3;
        }
        return classes;
    }

    /** Sequences of pictures. */
    static float[][][][][] films(int steps, int height, int width, int channels) {
        float[] values = values(EXAMPLES * steps * height * width * channels);
        float[][][][][] films = new float[EXAMPLES][steps][height][width][channels];
        for (int n = 0; n < values.length; n++) {
            int pixel = n / channels;
            int picture = pixel / width / height;
            films[picture / steps][picture % steps][pixel / width % height][pixel % width][
                            n % channels] =
                    values[n];
        }
        return films;
    }

    static int[] classes() {
        return IntStream.range(0, EXAMPLES).map(k -> k % 3).toArray();
    }

    static float[] yesOrNo() {
        float[] answers = new float[EXAMPLES];
        for (int k = 0; k < EXAMPLES; k++) {
            answers[k] = k % 2;
        }
        return answers;
    }

    static float[] numbers() {
        float[] numbers = new float[EXAMPLES];
        for (int k = 0; k < EXAMPLES; k++) {
            numbers[k] = k % 5 / 4f;
        }
        return numbers;
    }

    private static float[] values(int count) {
        float[] values = new float[count];
        for (int n = 0; n < count; n++) {
            values[n] = (float) (h(n) / 10007.0 - 0.5);
        }
        return values;
    }

    private static int h(int n) {
        return (int) ((31L * n * n + 7919L * n + 104729) % 10007);
    }
}
