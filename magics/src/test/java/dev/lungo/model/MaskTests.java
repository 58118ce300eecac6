package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.layer.Layer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps that fill up a sequence; LayerReferenceTests compares their numbers with Keras'. */
class MaskTests {
    static Stream<Layer> readers() {
        return Stream.of(lstm(3), gru(3), simpleRnn(3), bidirectional(lstm(3)), globalAvgPool());
    }

    private static Model model(Layer reader) {
        return sequential(input(4), embedding(9, 2).maskZero(), dropout(0.1), reader);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void makes_no_difference_where_sequences_are_filled_up(Layer reader) {
        Model model = model(reader);
        float[] end = model.predict(new float[] {5, 7, 0, 0}).values(0);
        assertThat(model.predict(new float[] {0, 0, 5, 7}).values(0))
                .containsExactly(end, within(1e-6f));
        assertThat(model.predict(new float[] {0, 5, 0, 7}).values(0))
                .containsExactly(end, within(1e-6f));
        assertThat(model.predict(new float[] {5, 7, 7, 0}).values(0)).isNotEqualTo(end);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void gives_zeros_for_a_sequence_of_nothing(Layer reader) {
        float[] said = model(reader).predict(new float[4]).values(0);
        assertThat(said).containsExactly(new float[said.length], within(1e-9f));
    }

    @Test
    void repeats_the_step_before_where_all_steps_are_wanted() {
        Model model = model(gru(2).returnSequences());
        float[] steps = model.predict(new float[] {0, 5, 0, 7}).values(0);
        assertThat(new float[] {steps[0], steps[1]}).containsExactly(new float[2], within(1e-9f));
        assertThat(new float[] {steps[4], steps[5]}).containsExactly(steps[2], steps[3]);
    }

    @Test
    void comes_back_with_a_saved_model(@TempDir Path folder) {
        String file = folder.resolve("m.lungo").toString();
        Model model = model(lstm(3));
        float[] said = model.predict(new float[] {5, 0, 7, 0}).values(0);
        model.save(file);
        assertThat(load(file).predict(new float[] {5, 0, 7, 0}).values(0)).isEqualTo(said);
    }
}
