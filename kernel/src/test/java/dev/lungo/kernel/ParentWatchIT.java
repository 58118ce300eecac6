package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No kernel is left behind when Jupyter dies without a word. */
class ParentWatchIT {
    @TempDir Path folder;

    @Test
    void ends_soon_after_its_parent_was_killed_while_a_cell_runs() throws Exception {
        var parent = JupyterProcess.of("parent.py", folder).start();
        var kernel = ProcessHandle.of(pid(parent)).orElseThrow();
        assertThat(kernel.isAlive()).isTrue();
        parent.descendants()
                .filter(child -> !child.equals(kernel))
                .forEach(ProcessHandle::destroyForcibly);
        parent.destroyForcibly().waitFor();
        assertThat(kernel.onExit().get(5, TimeUnit.SECONDS)).isEqualTo(kernel);
    }

    private static long pid(Process parent) throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The parent did not start a kernel"));
        }
    }
}
