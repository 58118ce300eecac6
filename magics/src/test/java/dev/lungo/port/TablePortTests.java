package dev.lungo.port;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import dev.lungo.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models of tables, recommendations and pairs, of Keras' and PyTorch's examples, rebuilt. */
class TablePortTests {
    private static void agrees(String name, Model model, Dataset data) {
        new Port("keras", name).agrees(model, data, Model::loadWeights);
    }

    private static void agreesWithTorch(String name, Model model, Dataset data) {
        new Port("torch", name).agrees(model, data, Model::loadPyTorchWeights);
    }

    private static Dataset usersAndItems() {
        return data(List.of(Port.words(1, 0), Port.words(1, 100)), Port.yesOrNo());
    }

    private static Dataset twoRows() {
        return data(List.of(Port.rows(6), Port.reversed(6)), Port.yesOrNo());
    }

    private static Branch word(int size, String name, Branch of) {
        return flatten().of(embedding(Port.WORDS, size).named(name).of(of));
    }

    @Test
    void recommender() {
        Input user = input(1);
        Input item = input(1);
        Branch close = dot(word(4, "user", user), word(4, "item", item));
        Branch sum = add(close, word(1, "user_bias", user), word(1, "item_bias", item));
        Model model = model(List.of(user, item), activation().sigmoid().of(sum));
        model.compile(adam(0.01), binaryCrossentropy());
        agrees("recommender", model, usersAndItems());
    }

    @Test
    void neural_collaborative_filtering() {
        Input user = input(1);
        Input item = input(1);
        Branch product = multiply(word(3, "mf_user", user), word(3, "mf_item", item));
        Branch both = concatenate(word(4, "mlp_user", user), word(4, "mlp_item", item));
        Branch x = block(dense(6).relu(), dense(4).relu()).of(both);
        Branch end = dense(1).sigmoid().of(concatenate(product, x));
        Model model = model(List.of(user, item), end);
        model.compile(nadam(0.01), binaryCrossentropy());
        agrees("ncf", model, usersAndItems());
    }

    @Test
    void wide_and_deep() {
        Input numbers = input(6);
        Input kind = input(1);
        Branch x = concatenate(batchNorm().of(numbers), word(3, "kind", kind));
        for (int units : new int[] {6, 4}) {
            x = block(dense(units), batchNorm().relu(), dropout(0)).of(x);
        }
        Branch wide = batchNorm().of(numbers);
        Model model = model(List.of(numbers, kind), dense(3).softmax().of(concatenate(wide, x)));
        model.compile(sgd(0.1).momentum(0.9), sparseCategoricalCrossentropy());
        agrees(
                "wide_and_deep",
                model,
                data(List.of(Port.rows(6), Port.words(1, 0)), Port.classes()));
    }

    @Test
    void deep_and_cross() {
        Input start = input(6);
        Branch x = start;
        for (int i = 0; i < 2; i++) {
            x = add(multiply(start, dense(6).of(x)), x);
        }
        Branch deep = dense(4).relu().of(start);
        Model model = model(start, dense(3).softmax().of(concatenate(x, deep)));
        model.compile(adamax(0.01), sparseCategoricalCrossentropy());
        agrees("deep_and_cross", model, data(Port.rows(6), Port.classes()));
    }

    @Test
    void deepfm() {
        Input words = input(4);
        Branch first = layer("sum", x -> x.sum(1)).of(embedding(Port.WORDS, 1).of(words));
        Branch embedded = embedding(Port.WORDS, 3).of(words);
        Branch second =
                layer(
                                "pairs",
                                x ->
                                        x.sum(1)
                                                .square()
                                                .sub(x.square().sum(1))
                                                .sum(-1)
                                                .unsqueeze(-1)
                                                .mul(0.5))
                        .of(embedded);
        Branch deep = block(flatten(), dense(5).relu(), dense(1)).of(embedded);
        Model model = model(words, activation().sigmoid().of(add(first, second, deep)));
        model.compile(adam(0.01), binaryCrossentropy());
        agrees("deepfm", model, data(Port.words(4, 0), Port.yesOrNo()));
    }

    @Test
    void gated_residual_network() {
        Input start = input(6);
        Branch x = block(dense(6).elu(), dropout(0), dense(6)).of(start);
        Branch gate = multiply(dense(6).of(x), dense(6).sigmoid().of(x));
        Model model = model(start, block(layerNorm(), dense(3).softmax()).of(add(start, gate)));
        model.compile(adam(0.01), sparseCategoricalCrossentropy());
        agrees("gated", model, data(Port.rows(6), Port.classes()));
    }

    @Test
    void siamese() {
        Input a = input(6);
        Input b = input(6);
        var twin = shared(block(batchNorm(), dense(5).tanh(), dense(3).tanh()));
        Branch far =
                merge(
                                "distance",
                                (x, y) ->
                                        x.sub(y)
                                                .square()
                                                .sum(-1)
                                                .unsqueeze(-1)
                                                .clamp(1e-7, 1e9)
                                                .sqrt())
                        .of(twin.of(a), twin.of(b));
        Model model = model(List.of(a, b), block(batchNorm(), dense(1).sigmoid()).of(far));
        model.compile(
                rmsprop(),
                loss(
                        "contrastive",
                        (p, y) -> {
                            var same = y.neg().add(1).mul(p.square());
                            return same.add(y.mul(p.neg().add(1).relu().square()));
                        }));
        agrees("siamese", model, twoRows());
    }

    @Test
    void metric_learning() {
        Input a = input(6);
        Input b = input(6);
        var embed = shared(dense(4));
        Branch close = dot(unitNorm().of(embed.of(a)), unitNorm().of(embed.of(b)));
        Model model = model(List.of(a, b), close);
        model.compile(lion(0.001), logCosh());
        agrees("metric_learning", model, twoRows());
    }

    @Test
    void maxout() {
        Input start = input(6);
        Branch[] parts = {dense(4).of(start), dense(4).of(start), dense(4).of(start)};
        Branch x = subtract(maximum(parts), minimum(parts));
        Model model = model(start, dense(3).softmax().of(x));
        model.compile(adadelta(1), sparseCategoricalCrossentropy());
        agrees("maxout", model, data(Port.rows(6), Port.classes()));
    }

    @Test
    void autorec() {
        Model model = sequential(input(12).pytorch(), dense(4).sigmoid(), dense(12));
        model.compile(adam(0.01).pytorch().weightDecay(1e-5), mse());
        agreesWithTorch("autorec", model, data(Port.rows(12), Port.shares(12)));
    }

    @Test
    void matrix_factorization() {
        Input user = input(1).pytorch();
        Input item = input(1).pytorch();
        Branch close = dot(word(4, "user", user), word(4, "item", item));
        Branch sum = add(close, word(1, "user_bias", user), word(1, "item_bias", item));
        Model model = model(List.of(user, item), sum);
        model.compile(nadam(0.002).pytorch(), mse());
        agreesWithTorch("factors", model, usersAndItems());
    }

    @Test
    void siamese_of_pytorch() {
        Input a = input(6).pytorch();
        Input b = input(6).pytorch();
        var twin = shared(block(dense(5).relu(), dense(3)));
        Branch both = concatenate(twin.of(a), twin.of(b));
        Model model = model(List.of(a, b), block(dense(4).relu(), dense(1)).of(both));
        model.compile(adadelta(1).pytorch(), binaryCrossentropy().fromLogits());
        agreesWithTorch("siamese", model, twoRows());
    }
}
