package dev.lungo.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.data.Labels;
import dev.lungo.data.Numbers;
import dev.lungo.graph.Activation;
import dev.lungo.tensor.Shape;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputsTests {
    @Test
    void makes_probabilities_of_the_values_before_softmax_even_where_powers_overflow() {
        Outputs outputs =
                new Outputs(
                        new float[] {1000, 1001, 0, 0},
                        2,
                        OutputKind.CLASSES,
                        Optional.of(Activation.SOFTMAX));
        assertThat(outputs.value(0, 1)).isCloseTo(0.731059f, within(1e-6f));
        assertThat(outputs.value(0, 0)).isCloseTo(0.268941f, within(1e-6f));
        assertThat(outputs.value(1, 0)).isEqualTo(0.5f);
        assertThat(outputs.largest(0)).isEqualTo(1);
        assertThat(outputs.values()).containsExactly(1000, 1001, 0, 0);
    }

    @Test
    void says_yes_for_a_positive_value_before_sigmoid() {
        Outputs outputs =
                new Outputs(
                        new float[] {0.2f, -0.2f, 200},
                        1,
                        OutputKind.YES_OR_NO,
                        Optional.of(Activation.SIGMOID));
        assertThat(outputs.value(2, 0)).isEqualTo(1);
        Tally accuracy = new Accuracy().begin();
        accuracy.add(outputs, new Labels(new int[] {1, 0, 1}, 0, 3));
        assertThat(accuracy.value()).isEqualTo(1);
    }

    @Test
    void scores_targets_that_never_change_and_classes_on_one_side_only() {
        Outputs one = new Outputs(new float[] {2, 2}, 1, OutputKind.NUMBERS, Optional.empty());
        Tally exact = new R2().begin();
        exact.add(one, new Numbers(new float[] {2, 2}, 0, 2, Shape.of(1)));
        assertThat(exact.value()).isEqualTo(1);
        Tally missed = new R2().begin();
        missed.add(one, new Numbers(new float[] {3, 3}, 0, 2, Shape.of(1)));
        assertThat(missed.value()).isZero();
        Tally auc = new Auc().begin();
        auc.add(one, new Labels(new int[] {1, 1}, 0, 2));
        assertThat(auc.value()).isNaN();
        Tally precision = new Precision().begin();
        precision.add(one, new Labels(new int[] {0, 0}, 0, 2));
        assertThat(precision.value()).isZero();
    }
}
