import static dev.lungo.Lungo.*;

import dev.lungo.data.Cache;
import dev.lungo.data.Dataset;
import dev.lungo.model.CallbackException;
import dev.lungo.model.Model;
import java.util.Random;

/** Trains with Lungo, an epoch whenever the bench asks for one. */
public final class LungoTrainer {
    private static final int PREDICTIONS = 20_000;

    private LungoTrainer() {}

    public static void main(String[] arguments) throws Exception {
        int images = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "cnn" -> train(cnn(), pictures().take(images), 32, 1);
            case "mlp-sgd" -> train(mlpSgd(), pictures(), 100, 1);
            case "mlp-rmsprop" -> train(mlpRmsprop(), pictures(), 128, 1);
            case "regression" -> train(regression(), rows(), 32, 100);
            case "first" -> System.out.println("= " + first());
            case "mnist" -> {
                mnist();
                System.out.println("= " + Cache.folder().resolve("datasets").resolve("mnist"));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Model cnn() {
        return sequential(
                        input(28, 28, 1),
                        conv2d(32, 3).relu(),
                        maxPool2d(2),
                        conv2d(64, 3).relu(),
                        maxPool2d(2),
                        conv2d(64, 3).relu(),
                        flatten(),
                        dense(64).relu(),
                        dense(10).softmax())
                .compile(adam(), sparseCategoricalCrossentropy(), accuracy());
    }

    private static Model mlpSgd() {
        return sequential(
                        input(28, 28, 1),
                        flatten(),
                        dense(128).relu(),
                        dense(64).relu(),
                        dense(10).softmax())
                .compile(sgd(0.001).momentum(0.9), sparseCategoricalCrossentropy(), accuracy());
    }

    private static Model mlpRmsprop() {
        return sequential(
                        input(28, 28, 1),
                        flatten(),
                        dense(512).relu(),
                        dropout(0.2),
                        dense(512).relu(),
                        dropout(0.2),
                        dense(10).softmax())
                .compile(rmsprop(), sparseCategoricalCrossentropy(), accuracy());
    }

    private static Model regression() {
        return sequential(input(10), dense(64).relu(), dense(64).relu(), dense(1))
                .compile(adam(), mse());
    }

    private static Dataset pictures() {
        return mnist().train();
    }

    private static Dataset rows() {
        Random random = new Random(0);
        float[][] rows = new float[1000][10];
        float[] targets = new float[1000];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 10; j++) {
                rows[i][j] = random.nextFloat();
            }
            targets[i] = random.nextFloat();
        }
        return Dataset.of(rows, targets);
    }

    /** The first request begins a fit without end; each epoch's callback waits for the next. */
    private static void train(Model model, Dataset data, int batch, int epochs) {
        Requests requests = new Requests();
        requests.await();
        try {
            model.fit(
                    data,
                    f ->
                            f.epochs(1_000_000)
                                    .batchSize(batch)
                                    .quiet()
                                    .onEpoch(
                                            epoch -> {
                                                if (epoch.number() % epochs == 0) {
                                                    requests.epochDone();
                                                }
                                            }));
        } catch (CallbackException e) {
            if (!(e.getCause() instanceof Requests.Predict)) {
                throw e;
            }
            requests.answer(predict(model, data));
        }
    }

    /** Median microseconds of one picture, from its bytes to probabilities. */
    private static double predict(Model model, Dataset data) {
        double[] micros = new double[PREDICTIONS];
        for (int i = 0; i < micros.length; i++) {
            byte[] picture = data.example(i % data.size());
            long start = System.nanoTime();
            model.predict(picture).probabilities(0);
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        return Requests.median(micros);
    }

    /** Seconds from calling fit to the first finished batch, in a JVM that did nothing before. */
    private static double first() {
        Model model = cnn();
        Dataset data = pictures().take(32);
        long start = System.nanoTime();
        model.fit(data, f -> f.quiet());
        return (System.nanoTime() - start) / 1e9;
    }
}
