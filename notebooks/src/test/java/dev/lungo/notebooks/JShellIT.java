package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four trainings of the articles, typed into plain JShell with a tenth of the data. */
class JShellIT {
    private static final String DATA =
            """
            var mnist = mnist()
            var train = mnist.train().take(6_000)
            var test = mnist.test().take(1_000)
            """;

    /** Far more than a guess, which is right once in ten times. */
    private static final double LEARNED = 0.7;

    @TempDir private Path folder;

    @Test
    void the_convolutional_network_trains() throws Exception {
        String shown =
                fit(
                        DATA,
                        """
                        var model = sequential(
                            input(28, 28, 1),
                            conv2d(32, 3).relu(),
                            maxPool2d(2),
                            conv2d(64, 3).relu(),
                            maxPool2d(2),
                            conv2d(64, 3).relu(),
                            flatten(),
                            dense(64).relu(),
                            dense(10).softmax())
                        model.compile(adam(), sparseCategoricalCrossentropy(), accuracy())
                        """,
                        "model.fit(train, f ->"
                                + " f.epochs(2).batchSize(32).validation(test).seed(1))");
        assertThat(shown).contains("Epoch 1/2\n188/188 ━", "Epoch 2/2\n188/188 ━");
        assertThat(last("val_accuracy", shown)).isGreaterThan(LEARNED);
    }

    @Test
    void the_network_with_momentum_trains() throws Exception {
        String shown =
                fit(
                        DATA,
                        """
                        var model = sequential(input(784), dense(128).relu(), dense(64).relu(), dense(10))
                        model.compile(sgd(0.01).momentum(0.9), crossEntropy(), accuracy())
                        """,
                        "model.fit(train.flat(), f ->"
                                + " f.epochs(3).batchSize(100).validation(test.flat()).seed(1))");
        assertThat(shown).contains("Epoch 3/3\n60/60 ━");
        assertThat(last("val_accuracy", shown)).isGreaterThan(LEARNED);
    }

    @Test
    void the_network_with_dropout_trains() throws Exception {
        String shown =
                fit(
                        DATA,
                        """
                        var model = sequential(
                            input(784),
                            dense(512).relu(),
                            dropout(0.2),
                            dense(512).relu(),
                            dropout(0.2),
                            dense(10).softmax())
                        model.compile(rmsprop(), categoricalCrossentropy(), accuracy())
                        """,
                        """
                        model.fit(train.flat().oneHot(10), f -> f
                            .epochs(2)
                            .batchSize(128)
                            .validation(test.flat().oneHot(10))
                            .seed(1))
                        """);
        assertThat(shown).contains("Epoch 2/2\n47/47 ━");
        assertThat(last("val_accuracy", shown)).isGreaterThan(LEARNED);
    }

    @Test
    void the_regression_trains() throws Exception {
        String shown =
                fit(
                        """
                        var random = new Random(1)
                        float[][] x = new float[1000][10]
                        float[] y = new float[1000]
                        for (int i = 0; i < 1000; i++) {
                            y[i] = random.nextFloat();
                            for (int j = 0; j < 10; j++) x[i][j] = random.nextFloat();
                        }
                        """,
                        """
                        var model = sequential(input(10), dense(64).relu(), dense(64).relu(), dense(1))
                        model.compile(adam(), mse())
                        """,
                        "model.fit(data(x, y), f -> f.epochs(100).logEvery(10).seed(1))");
        assertThat(shown).contains("Epoch 100/100\n32/32 ━").doesNotContain("Epoch 99/100");
        // Saying 0.5 to everything costs 1/12; less is learned by heart.
        assertThat(last("loss", shown)).isLessThan(1 / 12.0);
    }

    /** What was shown when the last of the snippets trained. */
    private String fit(String... snippets) throws Exception {
        var shown = Terminal.type(folder, snippets);
        return shown.get(shown.size() - 1);
    }

    private static double last(String name, String shown) {
        Matcher values = Pattern.compile("\\b" + name + ": ([0-9.]+)").matcher(shown);
        double value = Double.NaN;
        while (values.find()) {
            value = Double.parseDouble(values.group(1));
        }
        return value;
    }
}
