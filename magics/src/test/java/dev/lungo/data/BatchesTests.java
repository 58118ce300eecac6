package dev.lungo.data;

import static dev.lungo.Lungo.data;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTests {
    private static final Dataset DATA =
            data(new float[][] {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}}, new int[] {0, 1, 2, 3, 4});

    @Test
    void go_through_all_examples_in_order() {
        List<float[]> seen = new ArrayList<>();
        DATA.batches(2).forEach(batch -> seen.add(batch.y().values()));
        assertThat(seen).containsExactly(new float[] {0, 1}, new float[] {2, 3}, new float[] {4});
        MiniBatch last = DATA.skip(1).batches(3).iterator().next();
        assertThat(last.x().rows()).isDeepEqualTo(new float[][] {{2, 3}, {4, 5}, {6, 7}});
    }

    @Test
    void are_shuffled_in_another_way_in_each_pass_and_the_same_way_again() {
        Batches batches = DATA.batches(5).shuffle(3);
        float[] first = only(batches);
        float[] second = only(batches);
        assertThat(first).isNotEqualTo(second).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(only(DATA.batches(5).shuffle(3))).isEqualTo(first);
    }

    @Test
    void have_inputs_as_a_model_sees_them_and_targets_in_their_shape() {
        Dataset pixels =
                Dataset.images(
                        new byte[] {0, (byte) 255, 51, 0},
                        dev.lungo.tensor.Shape.of(1, 2, 1),
                        new int[] {0, 1},
                        List.of("a", "b"));
        MiniBatch batch = pixels.oneHot(2).batches(2).iterator().next();
        assertThat(batch.x().shape().sizes()).containsExactly(2, 1, 2, 1);
        assertThat(batch.x().values()).containsExactly(0, 1, 0.2f, 0);
        assertThat(batch.y().rows()).isDeepEqualTo(new float[][] {{1, 0}, {0, 1}});
    }

    @Test
    void keep_what_each_example_counts() {
        Dataset weighed = DATA.weights(new float[] {1, 2, 3, 4, 5});
        List<float[]> weights = new ArrayList<>();
        weighed.batches(3).forEach(batch -> weights.add(batch.examples().weights()));
        assertThat(weights).containsExactly(new float[] {1, 2, 3}, new float[] {4, 5});
    }

    private static float[] only(Batches batches) {
        return batches.iterator().next().y().values();
    }
}
