package dev.lungo.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every function of a tensor against PyTorch's values, and its gradients against differences. */
class TensorReferenceTests {
    @Test
    void has_a_case_for_every_golden_one() {
        assertThat(TensorCases.FUNCTIONS.keySet()).isEqualTo(TensorCases.GOLDEN.keySet());
    }

    @TestFactory
    Stream<DynamicTest> values_and_gradients_agree_with_PyTorch() {
        return TensorCases.FUNCTIONS.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    @TestFactory
    Stream<DynamicTest> gradients_agree_with_finite_differences() {
        return TensorCases.FUNCTIONS.keySet().stream()
                .filter(name -> TensorCases.GOLDEN.getAsJsonObject(name).has("gradients"))
                .map(name -> DynamicTest.dynamicTest(name, () -> differences(name)));
    }

    private static void check(String name) {
        JsonObject golden = TensorCases.GOLDEN.getAsJsonObject(name);
        JsonObject expected = golden.getAsJsonObject("result");
        Tensor[] inputs = TensorCases.inputs(name);

        Tensor result = TensorCases.FUNCTIONS.get(name).apply(inputs);

        assertThat(result.shape()).isEqualTo(TensorCases.shape(expected));
        assertThat(result.values()).containsExactly(close(expected), offset(2e-5f));
        if (!golden.has("gradients")) {
            return;
        }
        for (int i = 0; i < inputs.length; i++) {
            JsonElement gradient = golden.getAsJsonArray("gradients").get(i);
            if (!gradient.isJsonNull()) {
                Tensor[] learning = inputs.clone();
                learning[i] = Tensors.variable(inputs[i]);
                Tensor found = weighted(name, learning).gradient(learning[i]);
                assertThat(found.shape()).isEqualTo(inputs[i].shape());
                assertThat(found.values())
                        .containsExactly(TensorCases.floats(gradient), offset(1e-4f));
            }
        }
    }

    private static void differences(String name) {
        float step = 2e-3f;
        Tensor[] inputs = TensorCases.inputs(name);
        for (int i = 0; i < inputs.length; i++) {
            if (TensorCases.GOLDEN
                    .getAsJsonObject(name)
                    .getAsJsonArray("gradients")
                    .get(i)
                    .isJsonNull()) {
                continue;
            }
            Tensor[] learning = inputs.clone();
            learning[i] = Tensors.variable(inputs[i]);
            float[] found = weighted(name, learning).gradient(learning[i]).values();
            for (int j = 0; j < found.length; j++) {
                float above = moved(name, inputs, i, j, step);
                float below = moved(name, inputs, i, j, -step);
                assertThat(found[j])
                        .as("value %d of input %d", j, i)
                        .isCloseTo((above - below) / (2 * step), offset(0.01f));
            }
        }
    }

    private static float moved(String name, Tensor[] inputs, int input, int value, float by) {
        float[] values = inputs[input].values();
        values[value] += by;
        Tensor[] changed = inputs.clone();
        changed[input] = Tensor.of(values, inputs[input].shape());
        return weighted(name, changed).value();
    }

    /** One number in which every value of the result has another weight. */
    private static Tensor weighted(String name, Tensor... inputs) {
        Tensor result = TensorCases.FUNCTIONS.get(name).apply(inputs);
        float[] weights = new float[result.shape().elements()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.cos(i);
        }
        return result.mul(Tensor.of(weights, result.shape())).sum();
    }

    private static float[] close(JsonObject expected) {
        return TensorCases.floats(expected.get("values"));
    }
}
