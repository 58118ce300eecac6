package dev.lungo.engine.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.graph.NormOperation;
import dev.lungo.graph.Operation;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.SequenceOperation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationTextTests {
    @Test
    void every_operation_but_the_input_can_be_written() {
        List<Class<?>> kinds =
                Stream.of(
                                Operation.class,
                                PictureOperation.class,
                                SequenceOperation.class,
                                NormOperation.class)
                        .flatMap(family -> Arrays.stream(family.getDeclaredClasses()))
                        .filter(kind -> kind != Operation.Input.class)
                        .toList();

        assertThat(OperationText.kinds()).containsAll(kinds);
    }
}
