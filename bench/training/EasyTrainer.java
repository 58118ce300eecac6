import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.listener.TrainingListenerAdapter;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.lungo.Lungo;
import dev.lungo.data.Dataset;
import java.util.Random;

/**
 * Trains as DJL's own tutorials do, an epoch whenever the bench asks for one.
 *
 * <p>DJL has no RMSprop for PyTorch: that case takes Adam.
 */
public final class EasyTrainer {
    private EasyTrainer() {}

    public static void main(String[] arguments) throws Exception {
        // Loads PyTorch with the same settings as Lungo does.
        dev.lungo.engine.Engine.load();
        Requests requests = new Requests();
        try (NDManager manager = NDManager.newBaseManager();
                Model model = Model.newInstance("net", "PyTorch")) {
            switch (arguments[0]) {
                case "cnn" -> {
                    model.setBlock(cnn());
                    int count = Integer.parseInt(arguments[1]);
                    NDArray pictures = pictures(manager, count, new Shape(count, 1, 28, 28));
                    train(requests, model, classify(adam()), pictures, labels(manager, count), 32, 1);
                }
                case "mlp-sgd" -> {
                    model.setBlock(mlp(128, 64, 0));
                    Optimizer sgd =
                            Optimizer.sgd()
                                    .setLearningRateTracker(Tracker.fixed(0.001f))
                                    .optMomentum(0.9f)
                                    .build();
                    NDArray pictures = pictures(manager, 60_000, new Shape(60_000, 784));
                    train(requests, model, classify(sgd), pictures, labels(manager, 60_000), 100, 1);
                }
                case "mlp-rmsprop" -> {
                    model.setBlock(mlp(512, 512, 0.2f));
                    NDArray pictures = pictures(manager, 60_000, new Shape(60_000, 784));
                    train(requests, model, classify(adam()), pictures, labels(manager, 60_000), 128, 1);
                }
                case "regression" -> {
                    model.setBlock(regression());
                    DefaultTrainingConfig config =
                            new DefaultTrainingConfig(Loss.l2Loss())
                                    .optOptimizer(adam())
                                    .addTrainingListeners(TrainingListener.Defaults.logging());
                    NDArray rows = random(manager, 1000, 10);
                    train(requests, model, config, rows, random(manager, 1000, 1), 32, 100);
                }
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void train(
            Requests requests,
            Model model,
            DefaultTrainingConfig config,
            NDArray inputs,
            NDArray targets,
            int batch,
            int epochs)
            throws Exception {
        ArrayDataset data =
                new ArrayDataset.Builder()
                        .setData(inputs)
                        .optLabels(targets)
                        .setSampling(batch, true)
                        .build();
        config.addTrainingListeners(
                new TrainingListenerAdapter() {
                    private int seen;

                    @Override
                    public void onEpoch(Trainer trainer) {
                        if (++seen % epochs == 0) {
                            requests.epochDone();
                        }
                    }
                });
        try (Trainer trainer = model.newTrainer(config)) {
            trainer.initialize(new Shape(batch).addAll(inputs.getShape().slice(1)));
            requests.await();
            EasyTrain.fit(trainer, 1_000_000, data, null);
        }
    }

    private static DefaultTrainingConfig classify(Optimizer optimizer) {
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(optimizer)
                .addEvaluator(new Accuracy())
                .addTrainingListeners(TrainingListener.Defaults.logging());
    }

    private static Optimizer adam() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build();
    }

    private static SequentialBlock cnn() {
        return new SequentialBlock()
                .add(convolution(32))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(64))
                .add(Activation.reluBlock())
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(64))
                .add(Activation.reluBlock())
                .add(Blocks.batchFlattenBlock())
                .add(dense(64))
                .add(Activation.reluBlock())
                .add(dense(10));
    }

    private static Conv2d convolution(int filters) {
        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(filters).build();
    }

    private static Linear dense(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static SequentialBlock mlp(int first, int second, float dropped) {
        SequentialBlock block = new SequentialBlock();
        for (int units : new int[] {first, second}) {
            block.add(dense(units)).add(Activation.reluBlock());
            if (dropped > 0) {
                block.add(Dropout.builder().optRate(dropped).build());
            }
        }
        return block.add(dense(10));
    }

    private static SequentialBlock regression() {
        return new SequentialBlock()
                .add(dense(64))
                .add(Activation.reluBlock())
                .add(dense(64))
                .add(Activation.reluBlock())
                .add(dense(1));
    }

    private static NDArray pictures(NDManager manager, int count, Shape shape) {
        Dataset data = Lungo.mnist().train().take(count);
        float[] pixels = new float[count * 784];
        for (int i = 0; i < count; i++) {
            byte[] picture = data.example(i);
            for (int p = 0; p < 784; p++) {
                pixels[i * 784 + p] = (picture[p] & 0xFF) / 255f;
            }
        }
        return manager.create(pixels, shape);
    }

    private static NDArray labels(NDManager manager, int count) {
        Dataset data = Lungo.mnist().train();
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = data.label(i);
        }
        return manager.create(labels);
    }

    private static NDArray random(NDManager manager, int rows, int columns) {
        float[] values = new float[rows * columns];
        Random random = new Random(0);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return manager.create(values, new Shape(rows, columns));
    }
}
