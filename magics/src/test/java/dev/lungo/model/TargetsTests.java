package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.auc;
import static dev.lungo.Lungo.binaryCrossentropy;
import static dev.lungo.Lungo.categoricalCrossentropy;
import static dev.lungo.Lungo.crossEntropy;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.f1;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.hinge;
import static dev.lungo.Lungo.huber;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.mae;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.r2;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Dense;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models learn classes, numbers and yes-or-no answers from arrays. */
class TargetsTests {
    private static final float[] X = {-3, -2, -1, 1, 2, 3};
    private static final int[] SIDE = {0, 0, 0, 1, 1, 1};

    private static Model trained(Dense last, Loss loss, Dataset data, Metric... metrics) {
        Model model = sequential(input(1), dense(8).tanh(), last);
        model.compile(adam(0.05), loss, metrics);
        model.fit(data, f -> f.epochs(60).batchSize(3).seed(1).quiet());
        return model;
    }

    static Stream<Loss> regressions() {
        return Stream.of(mse(), mae(), huber(), huber(2));
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void learns_measurements(Loss loss) {
        float[] y = {-6, -4, -2, 2, 4, 6};
        Model model = trained(dense(1), loss, data(X, y), mae(), r2());

        assertThat(model.predict(data(X, y)).value(5)).isCloseTo(6, within(0.5f));
        Evaluation result = model.evaluate(data(X, y));
        assertThat(result.loss()).isLessThan(0.3);
        assertThat(result.values()).containsOnlyKeys("loss", "mae", "r2");
        assertThat(result.value("r2")).isGreaterThan(0.95);
        assertThat(result.bundle().text()).isEqualTo(result.toString());
        assertThat(result.toString()).matches("loss \\S+, mae \\S+, r2 \\S+ on 6 examples");
    }

    @Test
    void learns_yes_or_no_from_one_output() {
        for (Loss loss : new Loss[] {binaryCrossentropy().fromLogits(), hinge()}) {
            Model model = trained(dense(1), loss, data(X, SIDE));
            assertThat(model.predict(data(X, SIDE)).value(5)).isPositive();
            assertThat(model.predict(data(X, SIDE)).value(0)).isNegative();
        }
        Model model =
                trained(
                        dense(1).sigmoid(),
                        binaryCrossentropy(),
                        data(X, SIDE),
                        accuracy(),
                        f1(),
                        auc());
        assertThat(model.evaluate(data(X, SIDE)).value("accuracy")).isEqualTo(1);
        assertThat(model.predict(data(X, SIDE)).label(5)).isEqualTo(1);
        assertThat(model.predict(data(X, SIDE)).probability(0)).isBetween(0.5, 1.0);
    }

    @Test
    void learns_the_same_from_classes_and_from_one_hot_rows() {
        Dataset labels = data(X, SIDE);
        Model sparse =
                trained(dense(2).softmax(), sparseCategoricalCrossentropy(), labels, accuracy());
        Model oneHot =
                trained(
                        dense(2).softmax(),
                        categoricalCrossentropy(),
                        labels.oneHot(2),
                        accuracy());
        Model plain = trained(dense(2), crossEntropy(), labels);
        Model plainOneHot = trained(dense(2), crossEntropy(), labels.oneHot(2));

        double loss = sparse.evaluate(labels).loss();
        assertThat(oneHot.evaluate(labels.oneHot(2)).loss()).isCloseTo(loss, within(1e-6));
        assertThat(plain.evaluate(labels).loss()).isCloseTo(loss, within(1e-6));
        assertThat(plainOneHot.evaluate(labels.oneHot(2)).loss()).isCloseTo(loss, within(1e-6));
        assertThat(plain.predict(labels).probability(0))
                .isCloseTo(sparse.predict(labels).probability(0), within(1e-5));
        assertThat(oneHot.history().values("accuracy"))
                .isEqualTo(sparse.history().values("accuracy"));
    }

    @Test
    void learns_pictures_from_arrays_and_several_numbers_for_each() {
        float[][][][] x = {{{{0}, {1}}, {{0}, {0}}}, {{{0}, {0}}, {{1}, {0}}}};
        double[][] y = {{1, 0, 3}, {0, 1, -3}};
        Model model = sequential(input(2, 2, 1), flatten(), dense(3));
        model.compile(adam(0.1), mse());
        model.fit(data(x, y), f -> f.epochs(200).seed(1).quiet());

        assertThat(model.predict(data(x, y)).values(1)[2]).isCloseTo(-3, within(0.05f));
    }

    @Test
    void learns_only_from_examples_whose_weight_is_not_zero() {
        Dataset torn = data(new float[] {1, 1}, new int[] {0, 1});
        Dense last = dense(2).softmax();
        for (int side = 0; side < 2; side++) {
            Dataset weighed = side == 0 ? torn.classWeights(1, 0) : torn.classWeights(0, 1);
            Model model = trained(last, sparseCategoricalCrossentropy(), weighed);
            assertThat(model.predict(1).label(0)).isEqualTo(side);
            assertThat(model.predict(1).probability(0)).isGreaterThan(0.9);
        }
    }

    @Test
    void has_a_class_only_where_a_model_says_one() {
        Model model = trained(dense(1), hinge(), data(X, SIDE));
        assertThatThrownBy(() -> model.evaluate(data(X, SIDE)).accuracy())
                .hasMessage(
                        """
                        label(0) returns a class.
                        Received: a model that gives one plain number
                        Expected: a model that ends with softmax or sigmoid
                        Fix: use value(0).\
                        """);
    }
}
