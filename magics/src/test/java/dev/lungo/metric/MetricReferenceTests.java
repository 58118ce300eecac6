package dev.lungo.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.Lungo;
import dev.lungo.data.Labels;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.tensor.Shape;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Metrics give scikit-learn's numbers, made by src/test/golden/make_metrics.py. */
class MetricReferenceTests {
    private static final int EXAMPLES = 40;
    private final JsonObject reference = reference();

    @Test
    void agrees_on_classes_from_numbers_and_from_one_hot_rows() {
        JsonObject expected = reference.getAsJsonObject("classes");
        Labels labels =
                new Labels(
                        IntStream.range(0, EXAMPLES).map(k -> h(k, 2) % 4).toArray(), 0, EXAMPLES);
        float[] rows = new float[EXAMPLES * 4];
        for (int i = 0; i < EXAMPLES; i++) {
            rows[4 * i + labels.label(i)] = 1;
        }
        Targets oneHot = new Numbers(rows, 0, EXAMPLES, Shape.of(4));
        for (Targets truth : new Targets[] {labels, oneHot}) {
            Outputs said = outputs(probabilities(4), 4, OutputKind.CLASSES);
            assertValue(expected, "accuracy", Lungo.accuracy(), said, truth);
            assertValue(expected, "top_2", Lungo.topK(2), said, truth);
            assertAnswers(expected, said, truth);
            JsonObject two = expected.getAsJsonObject("class 2");
            assertValue(two, "precision", Lungo.precision().of(2), said, truth);
            assertValue(two, "recall", Lungo.recall().of(2), said, truth);
            assertValue(two, "f1", Lungo.f1().of(2), said, truth);
            Outputs rounded = outputs(rounded(probabilities(4)), 4, OutputKind.CLASSES);
            assertValue(expected, "auc", Lungo.auc(), rounded, truth);
            assertValue(expected, "auc_pr", Lungo.auc().precisionRecall(), rounded, truth);
            assertValue(expected, "mean_iou", Lungo.meanIou(), said, truth);
        }
    }

    @Test
    void agrees_on_yes_or_no_from_one_output() {
        JsonObject expected = reference.getAsJsonObject("yes or no");
        int[] truth = yesOrNo(1);
        Outputs said = outputs(probabilities(1), 1, OutputKind.YES_OR_NO);
        Outputs rounded = outputs(rounded(probabilities(1)), 1, OutputKind.YES_OR_NO);
        for (Targets targets : new Targets[] {new Labels(truth, 0, EXAMPLES), numbers(truth, 1)}) {
            assertValue(expected, "accuracy", Lungo.accuracy(), said, targets);
            assertValue(expected, "accuracy", Lungo.binaryAccuracy(), said, targets);
            JsonObject answers = expected.getAsJsonObject("macro");
            assertValue(answers, "precision", Lungo.precision(), said, targets);
            assertValue(answers, "recall", Lungo.recall(), said, targets);
            assertValue(answers, "f1", Lungo.f1(), said, targets);
            assertValue(expected, "auc", Lungo.auc(), rounded, targets);
            assertValue(expected, "auc_pr", Lungo.auc().precisionRecall(), rounded, targets);
            assertValue(expected, "mean_iou", Lungo.meanIou(), said, targets);
        }
    }

    @Test
    void agrees_on_several_yes_or_no_outputs() {
        JsonObject expected = reference.getAsJsonObject("several");
        Targets truth = numbers(yesOrNo(3), 3);
        Outputs said = outputs(probabilities(3), 3, OutputKind.SEVERAL);
        assertValue(expected, "binary_accuracy", Lungo.binaryAccuracy(), said, truth);
        assertAnswers(expected, said, truth);
        Outputs rounded = outputs(rounded(probabilities(3)), 3, OutputKind.SEVERAL);
        assertValue(expected, "auc", Lungo.auc(), rounded, truth);
    }

    @Test
    void agrees_on_measurements() {
        for (int width : new int[] {1, 3}) {
            JsonObject expected =
                    reference.getAsJsonObject(width == 1 ? "measurement" : "measurements");
            float[] truth = new float[EXAMPLES * width];
            float[] said = new float[EXAMPLES * width];
            for (int n = 0; n < truth.length; n++) {
                truth[n] = (float) (h(n, 4) / 1000.0 + 100);
                said[n] = (float) (truth[n] + h(n, 5) / 10007.0 - 0.3);
            }
            Targets targets = new Numbers(truth, 0, EXAMPLES, Shape.of(width));
            Outputs outputs = outputs(said, width, OutputKind.NUMBERS);
            assertValue(expected, "mae", Lungo.mae(), outputs, targets);
            assertValue(expected, "mse", Lungo.mse(), outputs, targets);
            assertValue(expected, "r2", Lungo.r2(), outputs, targets);
            assertValue(expected, "rmse", Lungo.rmse(), outputs, targets);
            assertValue(expected, "mape", Lungo.mape(), outputs, targets);
            assertValue(expected, "msle", Lungo.msle(), outputs, targets);
            assertValue(expected, "log_cosh", Lungo.logCosh(), outputs, targets);
        }
    }

    private static void assertAnswers(JsonObject expected, Outputs said, Targets truth) {
        JsonObject macro = expected.getAsJsonObject("macro");
        assertValue(macro, "precision", Lungo.precision(), said, truth);
        assertValue(macro, "recall", Lungo.recall(), said, truth);
        assertValue(macro, "f1", Lungo.f1().macro(), said, truth);
        JsonObject micro = expected.getAsJsonObject("micro");
        assertValue(micro, "precision", Lungo.precision().micro(), said, truth);
        assertValue(micro, "recall", Lungo.recall().micro(), said, truth);
        assertValue(micro, "f1", Lungo.f1().micro(), said, truth);
    }

    /** At once, and in batches of 7 with a smaller one at the end. */
    private static void assertValue(
            JsonObject expected, String name, Metric metric, Outputs said, Targets truth) {
        double value = expected.get(name).getAsDouble();
        Tally whole = metric.begin();
        whole.add(said, truth);
        assertThat(whole.value()).as("%s", metric).isCloseTo(value, within(1e-9));
        Tally streamed = metric.begin();
        for (int from = 0; from < EXAMPLES; from += 7) {
            int size = Math.min(7, EXAMPLES - from);
            int width = said.width();
            float[] part = new float[size * width];
            System.arraycopy(said.values(), from * width, part, 0, part.length);
            streamed.add(outputs(part, width, said.kind()), truth.part(from, size));
        }
        assertThat(streamed.value()).as("%s in batches", metric).isCloseTo(value, within(1e-9));
    }

    private static Outputs outputs(float[] values, int width, OutputKind kind) {
        return new Outputs(values, width, kind, Optional.empty());
    }

    private static int h(int n, int salt) {
        return (31 * n * n + 7919 * n + 104729 * (salt + 1)) % 10007;
    }

    private static float[] probabilities(int width) {
        float[] values = new float[EXAMPLES * width];
        for (int n = 0; n < values.length; n++) {
            values[n] = (float) (h(n, 1) / 10007.0);
        }
        return values;
    }

    private static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            rounded[n] = (float) (Math.rint((double) values[n] * 100) / 100);
        }
        return rounded;
    }

    private static int[] yesOrNo(int width) {
        return IntStream.range(0, EXAMPLES * width).map(n -> h(n, 3) % 3 == 0 ? 1 : 0).toArray();
    }

    private static Numbers numbers(int[] values, int width) {
        float[] floats = new float[values.length];
        for (int n = 0; n < floats.length; n++) {
            floats[n] = values[n];
        }
        return new Numbers(floats, 0, EXAMPLES, Shape.of(width));
    }

    private static JsonObject reference() {
        var json = MetricReferenceTests.class.getResourceAsStream("/dev/lungo/metric/scikit.json");
        return JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8))
                .getAsJsonObject();
    }
}
