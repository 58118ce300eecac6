package dev.lungo.engine.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.graph.Operation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTextTests {
    @Test
    void every_operation_but_the_input_can_be_written() {
        List<Class<?>> kinds =
                Arrays.stream(Operation.class.getDeclaredClasses())
                        .filter(kind -> kind != Operation.Input.class)
                        .toList();

        assertThat(OperationText.kinds()).containsAll(kinds);
    }
}
