package dev.lungo.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lungo.ResidentMemory;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resident memory stays level over many models, fits, predictions and own steps. */
class MemoryIT {
    private static final int PERCENT = 5;

    @Test
    void stays_level_over_many_models_fits_and_predictions() throws Exception {
        Map<String, List<Double>> megabytes = megabytes(ManyModels.class);
        assertLevel("fits", megabytes);
        assertLevel("predictions", megabytes);
    }

    @Test
    void stays_level_over_many_own_steps() throws Exception {
        assertLevel("steps", megabytes(ManySteps.class));
    }

    private static void assertLevel(String phase, Map<String, List<Double>> megabytes) {
        List<Double> figures = megabytes.get(phase);
        assertThat(figures).hasSize(7);
        assertThat(ResidentMemory.growth(figures))
                .as("growth in percent over %s: %s MB", phase, figures)
                .isLessThan(PERCENT);
    }

    /** What a program says of its resident memory in each of its phases. */
    private static Map<String, List<Double>> megabytes(Class<?> main) throws Exception {
        assumeTrue(ResidentMemory.known(), "no /proc on this system");
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
        Map<String, List<Double>> megabytes =
                new String(process.getInputStream().readAllBytes())
                        .lines()
                        .map(line -> line.split(" "))
                        .collect(
                                groupingBy(
                                        words -> words[0],
                                        mapping(words -> Double.valueOf(words[1]), toList())));
        assertThat(process.waitFor()).isZero();
        return megabytes;
    }
}
