package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Python scripts that use Jupyter's own client, with the kernel of this build installed. */
final class JupyterProcess {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAR = ROOT.resolve("target/lungo/kernel/lungo-kernel.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private JupyterProcess() {}

    /** A script of src/test/python, not yet started; without Python the test is skipped. */
    static ProcessBuilder of(String script, Path folder) throws IOException {
        var command = new ArrayList<>(python());
        command.add(Path.of("src/test/python", script).toAbsolutePath().toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("LUNGO_CACHE", folder.resolve("cache").toString());
        process.environment().put("JUPYTER_PATH", install(folder).toString());
        return process;
    }

    /** What starts the kernel of this build; a connection file is to follow. */
    static List<String> kernel() {
        return List.of(JAVA, "-jar", JAR.toString());
    }

    private static List<String> python() {
        var named = System.getenv("LUNGO_TEST_PYTHON");
        if (named != null) {
            return List.of(named);
        }
        var launcher = ROOT.resolve("lungo");
        if (Files.isExecutable(launcher)) {
            return List.of(launcher.toString(), "python");
        }
        var reason =
                "Jupyter's client is missing: there is no launcher "
                        + launcher
                        + ", and"
                        + " LUNGO_TEST_PYTHON names no Python that has jupyter_kernel_test";
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        assumeTrue(false, reason);
        return List.of();
    }

    private static Path install(Path folder) throws IOException {
        var spec = Files.createDirectories(folder.resolve("kernels/java"));
        Files.writeString(
                spec.resolve("kernel.json"),
                """
                {"argv": ["%s", "-jar", "%s", "{connection_file}"],
                 "display_name": "Java", "language": "java", "interrupt_mode": "message"}
                """
                        .formatted(JAVA, JAR));
        return folder;
    }
}
