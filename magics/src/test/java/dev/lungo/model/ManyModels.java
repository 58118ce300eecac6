package dev.lungo.model;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;

import dev.lungo.ResidentMemory;
import dev.lungo.data.Dataset;

/**
 * The program of {@link MemoryIT}: prints its resident memory after 100 fits and seven times in 900
 * more, then seven times in 9,000 predictions.
 */
final class ManyModels {
    private ManyModels() {}

    public static void main(String[] arguments) throws Exception {
        Dataset data = Pictures.of(64);
        byte[] picture = data.example(0);
        // Predictions too before the first figure: what the compilers keep for them comes once.
        predict(1_000, fit(10, data), picture);
        Model last = null;
        for (int look = 0; look < 7; look++) {
            System.out.println("fits " + ResidentMemory.megabytes());
            last = fit(15, data);
        }
        for (int look = 0; look < 7; look++) {
            System.out.println("predictions " + ResidentMemory.megabytes());
            predict(1_500, last, picture);
        }
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
                System.gc();
                System.runFinalization();
            }
        }
        return model;
    }
}
