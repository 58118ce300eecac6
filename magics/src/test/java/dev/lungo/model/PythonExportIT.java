package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lungo.data.Dataset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Python's torch makes of an exported model; needs LUNGO_TORCH_PYTHON, a Python with it. */
class PythonExportIT {
    @TempDir private Path folder;

    @Test
    void python_gets_the_same_numbers() throws Exception {
        String python = System.getenv("LUNGO_TORCH_PYTHON");
        assumeTrue(python != null, "LUNGO_TORCH_PYTHON does not name a Python with torch");
        Dataset data = Pictures.of(20);
        Model model = Small.model();
        model.fit(data, f -> f.epochs(2).quiet());
        Path file = folder.resolve("small.pt");
        model.export(file.toString());
        Path bytes = folder.resolve("pixels");
        Files.write(bytes, data.example(7));

        String code =
                "import sys, torch;"
                        + "x = torch.frombuffer(bytearray(open(sys.argv[2], 'rb').read()),"
                        + " dtype=torch.uint8).reshape(1, 8, 8, 1);"
                        + "print(*torch.jit.load(sys.argv[1])(x)[0].tolist())";
        Process process =
                new ProcessBuilder(python, "-c", code, file.toString(), bytes.toString())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        List<Float> given = new ArrayList<>();
        for (String number : printed.strip().split(" ")) {
            given.add(Float.parseFloat(number));
        }
        float[] ours = model.predict(data.example(7)).probabilities(0);
        assertThat(given).hasSize(ours.length);
        for (int i = 0; i < ours.length; i++) {
            assertThat(given.get(i)).isCloseTo(ours[i], within(1e-6f));
        }
    }
}
