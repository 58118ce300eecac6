package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code %system} and {@code %exec}, and the values of variables in arguments. */
class SystemMagicIT extends SessionTesting {
    @ParameterizedTest
    @ValueSource(strings = {"system", "exec"})
    void shows_what_a_program_prints(String name) {
        value("%" + name + " sh -c \"echo out; echo 'an error' >&2; echo last\"");
        assertThat(printed()).isEqualTo("out\nan error\nlast\n");
    }

    @Test
    void puts_values_of_variables_into_arguments() {
        value("String x = \"a b\"; int[] n = {3, 4}; String none = null;");
        value("%system echo $x ${x} ${x.length()} ${n[1]}. $none");
        assertThat(printed()).isEqualTo("a b a b 3 4. null\n");
    }

    @Test
    void leaves_alone_what_is_no_variable_of_the_notebook() {
        value("%system echo $HOME ${UNKNOWN:-x} $5 ${} a$");
        assertThat(printed()).isEqualTo("$HOME ${UNKNOWN:-x} $5 ${} a$\n");
    }

    @Test
    void names_the_expression_that_fails() {
        value("int[] n = {3, 4};");
        assertThat(failure("%system echo ${n[7]}").message()).contains("Index 7 out of bounds");
    }

    @Test
    void says_how_a_program_ended_and_that_there_is_none() {
        assertThat(run("%system sh -c \"exit 3\"")).isInstanceOf(Outcome.Done.class);
        assertThat(failure("%system no-such-program -x").message())
                .startsWith("%system cannot run no-such-program: ")
                .endsWith("for a shell's words, write %system sh -c \"...\"");
        assertThat(failure("%system").message())
                .isEqualTo("%system needs a program, for example %system nvidia-smi");
    }

    @Test
    void an_interrupt_ends_the_program() throws Exception {
        long before = sleepers();
        var cell = CompletableFuture.supplyAsync(() -> run("%system sh -c \"sleep 4711; true\""));
        while (sleepers() == before) {
            Thread.sleep(10);
        }
        session.interrupt();

        assertThat(cell.get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.name()).isEqualTo("Interrupted"));
        for (int i = 0; i < 500 && sleepers() > before; i++) {
            Thread.sleep(10); // the system takes a moment to end a process
        }
        assertThat(sleepers()).isEqualTo(before);
    }

    private static long sleepers() {
        return ProcessHandle.current()
                .descendants()
                .filter(
                        process ->
                                process.info()
                                        .command()
                                        .filter(c -> c.endsWith("/sleep"))
                                        .isPresent())
                .count();
    }
}
