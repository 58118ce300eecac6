package dev.lungo.model;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;

import dev.lungo.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program of {@link MemoryIT}: prints its resident memory after 100 fits and 1,000 predictions,
 * after 900 more fits, and after 9,000 more predictions.
 */
final class ManyModels {
    private ManyModels() {}

    public static void main(String[] arguments) throws IOException {
        Dataset data = Pictures.of(64);
        byte[] picture = data.example(0);
        // Predictions too before the first figure: what the compilers keep for them comes once.
        predict(1_000, fit(10, data), picture);
        printMegabytes();
        Model last = fit(90, data);
        printMegabytes();
        predict(9_000, last, picture);
        printMegabytes();
    }

    private static void predict(int times, Model model, byte[] picture) {
        for (int i = 0; i < times; i++) {
            model.predict(picture);
        }
    }

    /** Ten fits on each of so many models, none of which is closed by anyone. */
    private static Model fit(int models, Dataset data) {
        Model model = null;
        for (int i = 0; i < models; i++) {
            model =
                    sequential(
                                    input(8, 8, 1),
                                    flatten(),
                                    // 2 MB with Adam's state: models that stay are seen.
                                    dense(2000).relu(),
                                    dense(3).softmax())
                            .compile(adam(), sparseCategoricalCrossentropy());
            for (int fit = 0; fit < 10; fit++) {
                model.fit(data, f -> f.quiet());
            }
            if (i % 5 == 4) {
                collect();
            }
        }
        return model;
    }

    /** Models are freed by their finalizers. */
    private static void collect() {
        System.gc();
        System.runFinalization();
    }

    static void printMegabytes() throws IOException {
        collect();
        String rss =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElseThrow();
        System.out.println("MB " + Double.parseDouble(rss.replaceAll("\\D", "")) / 1024);
    }
}
