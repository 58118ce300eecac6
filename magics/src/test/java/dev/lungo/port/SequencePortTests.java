package dev.lungo.port;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Branch;
import dev.lungo.model.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models that read or write sequences, of Keras' and PyTorch's examples, rebuilt. */
class SequencePortTests {
    private static void agrees(String name, Model model, Dataset data) {
        new Port("keras", name).agrees(model, data, Model::loadWeights);
    }

    private static void agreesWithTorch(String name, Model model, Dataset data) {
        new Port("torch", name).agrees(model, data, Model::loadPyTorchWeights);
    }

    private static Dataset pairs() {
        return data(List.of(Port.words(), Port.words(5, 100)), Port.classesOfSteps(5));
    }

    @Test
    void seq2seq() {
        var source = input(Port.STEPS);
        var target = input(5);
        Branch state = lstm(3).returnState().of(embedding(Port.WORDS, 4).of(source));
        Branch said = lstm(3).returnSequences().of(embedding(Port.WORDS, 4).of(target), state);
        Model model = model(List.of(source, target), dense(3).softmax().of(said));
        model.compile(rmsprop(0.01), sparseCategoricalCrossentropy());
        agrees("seq2seq", model, pairs());
    }

    @Test
    void translation_with_attention() {
        var source = input(Port.STEPS);
        var target = input(5);
        Branch seen =
                bidirectional(gru(3).returnSequences()).of(embedding(Port.WORDS, 4).of(source));
        Branch first = layer("first", x -> x.select(1, 0)).of(seen);
        Branch said = gru(6).returnSequences().of(embedding(Port.WORDS, 4).of(target), first);
        Branch shares = activation().softmax().of(dot(said, seen));
        Branch found = merge("look", (s, x) -> s.matmul(x)).of(shares, seen);
        Branch both = dense(4).tanh().of(concatenate(said, found));
        Model model = model(List.of(source, target), dense(3).softmax().of(both));
        model.compile(adam(0.01), sparseCategoricalCrossentropy());
        agrees("translation", model, pairs());
    }

    @Test
    void addition() {
        Model model =
                sequential(
                        input(Port.STEPS, 2),
                        lstm(5),
                        repeatVector(4),
                        lstm(4).returnSequences(),
                        dense(3).softmax());
        model.compile(adam(0.01), sparseCategoricalCrossentropy());
        agrees("addition", model, data(Port.sequences(Port.STEPS, 2), Port.classesOfSteps(4)));
    }

    @Test
    void lstm_autoencoder() {
        Model model =
                sequential(
                        input(6, 2),
                        lstm(5).returnSequences(),
                        lstm(3),
                        repeatVector(6),
                        lstm(3).returnSequences(),
                        lstm(5).returnSequences(),
                        timeDistributed(dense(2)));
        model.compile(adam(0.01), mse());
        agrees("lstm_autoencoder", model, data(Port.sequences(6, 2), Port.sequences(6, 2)));
    }

    @Test
    void anomalies() {
        Model model =
                sequential(
                        input(12, 1),
                        conv1d(4, 7).stride(2).same().relu(),
                        dropout(0),
                        conv1d(3, 7).stride(2).same().relu(),
                        conv1dTranspose(3, 7).stride(2).same().relu(),
                        dropout(0),
                        conv1dTranspose(4, 7).stride(2).same().relu(),
                        conv1dTranspose(1, 7).same());
        model.compile(adam(0.001), mse());
        agrees("anomalies", model, data(Port.sequences(12, 1), Port.sequences(12, 1)));
    }

    @Test
    void films() {
        Model model =
                sequential(
                        input(4, 6, 6, 1),
                        timeDistributed(conv2d(3, 3).relu()),
                        timeDistributed(maxPool2d(2)),
                        timeDistributed(flatten()),
                        gru(4),
                        dense(3).softmax());
        model.compile(adam(), sparseCategoricalCrossentropy());
        agrees("films", model, data(Port.films(4, 6, 6, 1), Port.classes()));
    }

    @Test
    void series_transformer() {
        var start = input(12, 4);
        Branch x = start;
        for (int i = 0; i < 2; i++) {
            Branch seen = multiHeadAttention(2, 3).of(x);
            x = add(layerNorm().epsilon(1e-6).of(seen), x);
            Branch wide = conv1d(4, 1).of(conv1d(5, 1).relu().of(x));
            x = add(layerNorm().epsilon(1e-6).of(wide), x);
        }
        x = layer("mean", steps -> steps.mean(-1)).of(x);
        x = dense(5).relu().of(x);
        Model model = model(start, dense(3).softmax().of(x));
        model.compile(adam(0.001), sparseCategoricalCrossentropy());
        agrees("series_transformer", model, data(Port.sequences(12, 4), Port.classes()));
    }

    @Test
    void seq2seq_of_pytorch() {
        var source = input(Port.STEPS).pytorch();
        var target = input(5).pytorch();
        Branch state = gru(3).returnState().of(embedding(Port.WORDS, 4).of(source));
        Branch words = activation().relu().of(embedding(Port.WORDS, 4).of(target));
        Branch said = gru(3).returnSequences().of(words, state);
        Model model = model(List.of(source, target), dense(3).of(said));
        model.compile(sgd(0.5).pytorch(), crossEntropy());
        agreesWithTorch("seq2seq", model, pairs());
    }

    @Test
    void language_model() {
        Model model =
                sequential(
                        input(Port.STEPS).pytorch(),
                        embedding(Port.WORDS, 4),
                        lstm(5).returnSequences(),
                        lstm(5).returnSequences(),
                        dense(3));
        model.compile(sgd(0.5).pytorch(), crossEntropy());
        agreesWithTorch("language", model, data(Port.words(), Port.classesOfSteps(Port.STEPS)));
    }

    @Test
    void textcnn() {
        Model model =
                sequential(
                        input(Port.STEPS).pytorch(),
                        embedding(Port.WORDS, 4),
                        parallel(
                                block(conv1d(3, 2).relu(), globalMaxPool()),
                                block(conv1d(3, 3).relu(), globalMaxPool()),
                                block(conv1d(3, 4).relu(), globalMaxPool())),
                        dense(3));
        model.compile(adam(0.01).pytorch(), crossEntropy());
        agreesWithTorch("textcnn", model, data(Port.words(), Port.classes()));
    }

    @Test
    void attention_pooling() {
        var steps = input(9, 2).pytorch();
        Branch seen = bidirectional(gru(4).returnSequences()).of(steps);
        Branch shares = layer("shares", x -> x.softmax(1)).of(dense(1).of(seen));
        Branch mean = layer("sum", x -> x.sum(1)).of(multiply(shares, seen));
        Model model = model(steps, dense(3).of(mean));
        model.compile(adam(0.01).pytorch(), crossEntropy());
        agreesWithTorch("attention", model, data(Port.sequences(9, 2), Port.classes()));
    }
}
