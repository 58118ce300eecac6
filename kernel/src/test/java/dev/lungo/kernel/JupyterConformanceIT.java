package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel in its own process passes the tests that Jupyter has for kernels. */
class JupyterConformanceIT {
    @TempDir Path folder;

    @Test
    void passes_jupyter_kernel_test() throws IOException, InterruptedException {
        var python = JupyterProcess.of("conformance.py", folder).start();
        var report = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(report).isZero();
        assertThat(report).contains("Ran 13 tests").endsWith("OK\n");
    }
}
