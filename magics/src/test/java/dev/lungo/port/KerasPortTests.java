package dev.lungo.port;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Branch;
import dev.lungo.model.Model;
import org.junit.jupiter.api.Test;

/** Models of Keras' examples, rebuilt, with the weights that Keras began with. */
class KerasPortTests {
    private static void agrees(String name, Model model, Dataset data) {
        new Port("keras", name).agrees(model, data, Model::loadWeights);
    }

    @Test
    void lenet() {
        Model model =
                sequential(
                        input(12, 12, 1),
                        conv2d(3, 5).same().tanh(),
                        avgPool2d(2),
                        conv2d(4, 3).tanh(),
                        avgPool2d(2),
                        flatten(),
                        dense(10).tanh(),
                        dense(3).softmax());
        model.compile(sgd(0.05).momentum(0.9), sparseCategoricalCrossentropy());
        agrees("lenet", model, data(Port.pictures(12, 12, 1), Port.classes()));
    }

    @Test
    void convnet() {
        Model model =
                sequential(
                        input(10, 10, 1),
                        conv2d(4, 3).relu(),
                        maxPool2d(2),
                        conv2d(6, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dropout(0),
                        dense(3).softmax());
        model.compile(adam(), sparseCategoricalCrossentropy());
        agrees("convnet", model, data(Port.pictures(10, 10, 1), Port.classes()));
    }

    @Test
    void vgg() {
        Model model =
                sequential(
                        input(8, 8, 3),
                        conv2d(4, 3).same().noBias(),
                        batchNorm().relu(),
                        conv2d(4, 3).same().noBias(),
                        batchNorm().relu(),
                        maxPool2d(2),
                        conv2d(6, 3).same().noBias(),
                        batchNorm().relu(),
                        conv2d(6, 3).same().noBias(),
                        batchNorm().relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(8).relu(),
                        dense(3).softmax());
        model.compile(adam(0.01), sparseCategoricalCrossentropy());
        agrees("vgg", model, data(Port.pictures(8, 8, 3), Port.classes()));
    }

    @Test
    void resnet() {
        var x = input(8, 8, 3);
        Branch first = batchNorm().relu().of(conv2d(4, 3).same().noBias().of(x));
        Branch one =
                residual(
                                conv2d(4, 3).same().noBias(),
                                batchNorm().relu(),
                                conv2d(4, 3).same().noBias(),
                                batchNorm())
                        .relu()
                        .of(first);
        Branch two =
                block(
                                conv2d(8, 3).stride(2).same().noBias(),
                                batchNorm().relu(),
                                conv2d(8, 3).same().noBias(),
                                batchNorm())
                        .of(one);
        Branch shortcut = block(conv2d(8, 1).stride(2).noBias(), batchNorm()).of(one);
        Branch sum = activation().relu().of(add(two, shortcut));
        Model model = model(x, dense(3).softmax().of(globalAvgPool().of(sum)));
        model.compile(sgd(0.05).momentum(0.9).nesterov(), sparseCategoricalCrossentropy());
        agrees("resnet", model, data(Port.pictures(8, 8, 3), Port.classes()));
    }

    @Test
    void mobilenet() {
        Model model =
                sequential(
                        input(9, 9, 3),
                        conv2d(4, 3).stride(2).same().noBias(),
                        batchNorm().relu6(),
                        depthwiseConv2d(3).same().multiplier(2).noBias(),
                        batchNorm().relu6(),
                        separableConv2d(6, 3).stride(2).same().relu6(),
                        globalAvgPool(),
                        dense(3).softmax());
        model.compile(rmsprop(), sparseCategoricalCrossentropy());
        agrees("mobilenet", model, data(Port.pictures(9, 9, 3), Port.classes()));
    }

    @Test
    void text() {
        Model model =
                sequential(
                        input(Port.STEPS),
                        embedding(Port.WORDS, 4),
                        bidirectional(lstm(3).returnSequences()),
                        bidirectional(lstm(3)),
                        dense(1).sigmoid());
        model.compile(adam(0.01), binaryCrossentropy());
        agrees("text", model, data(Port.words(), Port.yesOrNo()));
    }

    @Test
    void transformer() {
        var words = input(Port.STEPS);
        Branch x = positionEmbedding().of(embedding(Port.WORDS, 6).of(words));
        x = layerNorm().epsilon(1e-6).of(add(x, multiHeadAttention(2, 6).of(x)));
        Branch wide = block(dense(8).relu(), dense(6)).of(x);
        x = layerNorm().epsilon(1e-6).of(add(x, wide));
        x = dense(5).relu().of(globalAvgPool().of(x));
        Model model = model(words, dense(3).softmax().of(x));
        model.compile(adam(0.01), sparseCategoricalCrossentropy());
        agrees("transformer", model, data(Port.words(), Port.classes()));
    }

    @Test
    void characters() {
        Model model =
                sequential(
                        input(Port.STEPS),
                        embedding(Port.WORDS, 4),
                        gru(5).returnSequences(),
                        gru(4),
                        dense(3).softmax());
        model.compile(rmsprop(0.01), sparseCategoricalCrossentropy());
        agrees("characters", model, data(Port.words(), Port.classes()));
    }

    @Test
    void series() {
        Model model =
                sequential(
                        input(12, 2),
                        conv1d(5, 3).same(),
                        batchNorm().relu(),
                        conv1d(5, 3).same(),
                        batchNorm().relu(),
                        globalAvgPool(),
                        dense(3).softmax());
        model.compile(adam(), sparseCategoricalCrossentropy());
        agrees("series", model, data(Port.sequences(12, 2), Port.classes()));
    }

    @Test
    void autoencoder() {
        Model model =
                sequential(
                        input(12),
                        dense(6).relu(),
                        dense(3).relu(),
                        dense(6).relu(),
                        dense(12).sigmoid());
        model.compile(adam(0.01), binaryCrossentropy());
        agrees("autoencoder", model, data(Port.rows(12), Port.shares(12)));
    }

    @Test
    void pictures() {
        Model model =
                sequential(
                        input(6, 6, 1),
                        conv2d(4, 3).stride(2).same().relu(),
                        flatten(),
                        dense(3),
                        dense(36).relu(),
                        reshape(3, 3, 4),
                        conv2dTranspose(3, 3).stride(2).same().relu(),
                        conv2d(1, 3).same().sigmoid(),
                        flatten());
        model.compile(adamW(0.01), mse());
        agrees("pictures", model, data(Port.pictures(6, 6, 1), Port.shares(36)));
    }

    @Test
    void wide() {
        var x = input(6);
        Branch deep = dense(8).relu().of(dense(8).relu().of(layerNorm().of(x)));
        Model model = model(x, dense(1).of(concatenate(x, deep)));
        model.compile(sgd(0.1), mse());
        agrees("wide", model, data(Port.rows(6), Port.numbers()));
    }
}
