package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resident memory stays level over many models, fits and predictions; told by Linux alone. */
class MemoryIT {
    @Test
    void stays_level_over_many_models_fits_and_predictions() throws Exception {
        List<Double> megabytes = megabytes(ManyModels.class);
        assertThat(megabytes).hasSize(3);
        assertThat(megabytes.get(1))
                .as("after fits")
                .isCloseTo(megabytes.get(0), withinPercentage(5));
        assertThat(megabytes.get(2))
                .as("after predictions")
                .isCloseTo(megabytes.get(0), withinPercentage(5));
    }

    @Test
    void stays_level_over_many_own_steps() throws Exception {
        List<Double> megabytes = megabytes(ManySteps.class);
        assertThat(megabytes).hasSize(2);
        assertThat(megabytes.get(1)).isCloseTo(megabytes.get(0), withinPercentage(5));
    }

    /** What a program says of its resident memory. */
    private static List<Double> megabytes(Class<?> main) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc on this system");
        ProcessBuilder program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                // The heap is there from the start: what grows is native.
                                "-Xms96m",
                                "-Xmx96m",
                                "-XX:+AlwaysPreTouch",
                                // The great compiler takes and frees 20 MB whenever it likes.
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path")
                                        + File.pathSeparator
                                        + System.getProperty("surefire.test.class.path", ""),
                                main.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        // What is free goes back to the system, whichever thread had it.
        program.environment().put("MALLOC_ARENA_MAX", "1");
        program.environment().put("MALLOC_TRIM_THRESHOLD_", "131072");
        Process process = program.start();
        List<Double> megabytes =
                new String(process.getInputStream().readAllBytes())
                        .lines()
                        .filter(line -> line.startsWith("MB "))
                        .map(line -> Double.valueOf(line.substring(3)))
                        .toList();
        assertThat(process.waitFor()).isZero();
        return megabytes;
    }
}
