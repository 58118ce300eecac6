package dev.lungo.model;

import static dev.lungo.Lungo.*;

import dev.lungo.ResidentMemory;
import dev.lungo.data.Dataset;

/** The program of {@link MemoryIT}: prints its resident memory seven times in 5,600 own steps. */
final class ManySteps {
    private ManySteps() {}

    public static void main(String[] arguments) throws Exception {
        Dataset data = Pictures.of(64);
        Model model =
                sequential(
                                input(8, 8, 1),
                                flatten(),
                                dense(256).relu(),
                                layer("custom", x -> x.max().value() > 1e9 ? x.neg() : x),
                                dropout(0.1),
                                dense(3).softmax())
                        .compile(adam(1e-4), sparseCategoricalCrossentropy());
        steps(1400, model, data);
        for (int look = 0; look < 7; look++) {
            steps(600, model, data);
            System.out.println("steps " + ResidentMemory.megabytes());
        }
    }

    /** Half by the model's loss, half by one of our own: 2.8 GB in all, which nobody closes. */
    private static void steps(int count, Model model, Dataset data) {
        for (int step = 0; step < count; step += 2) {
            for (var batch : data.batches(64)) {
                model.step(batch);
                model.step(model.apply(batch.x()).pick(batch.y()).log().neg().mean());
            }
        }
    }
}
