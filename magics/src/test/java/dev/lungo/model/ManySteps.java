package dev.lungo.model;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;

/** The program of {@link MemoryIT}: prints its resident memory after 1,000 own steps and 4,000. */
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
        steps(1000, model, data);
        printMegabytes();
        steps(4000, model, data);
        printMegabytes();
    }

    /** Freeing takes a moment after the collection. */
    private static void printMegabytes() throws Exception {
        System.gc();
        Thread.sleep(500);
        ManyModels.printMegabytes();
    }

    /** Half by the model's loss, half by one of our own: 2.5 GB in all, which nobody closes. */
    private static void steps(int count, Model model, Dataset data) {
        for (int step = 0; step < count; step += 2) {
            for (var batch : data.batches(64)) {
                model.step(batch);
                model.step(model.apply(batch.x()).pick(batch.y()).log().neg().mean());
            }
        }
    }
}
