package dev.lungo.port;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Layer;
import dev.lungo.model.Model;
import org.junit.jupiter.api.Test;

/** Modules of PyTorch's examples, rebuilt, with the weights that PyTorch began with. */
class TorchPortTests {
    private static void agrees(String name, Model model, Dataset data) {
        new Port("torch", name).agrees(model, data, Model::loadPyTorchWeights);
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
                        dense(3));
        model.compile(sgd(0.05).pytorch().momentum(0.9), crossEntropy());
        agrees("lenet", model, data(Port.pictures(12, 12, 1), Port.classes()));
    }

    @Test
    void convnet() {
        Model model =
                sequential(
                        input(10, 10, 1),
                        conv2d(4, 3).relu(),
                        conv2d(6, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(8).relu(),
                        dense(3));
        model.compile(adam(0.001).pytorch(), crossEntropy());
        agrees("convnet", model, data(Port.pictures(10, 10, 1), Port.classes()));
    }

    @Test
    void vgg() {
        Model model =
                sequential(
                        input(8, 8, 3),
                        conv2d(4, 3).same(),
                        batchNorm().pytorch().relu(),
                        conv2d(4, 3).same(),
                        batchNorm().pytorch().relu(),
                        maxPool2d(2),
                        conv2d(6, 3).same(),
                        batchNorm().pytorch().relu(),
                        conv2d(6, 3).same(),
                        batchNorm().pytorch().relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(8).relu(),
                        dense(3));
        model.compile(sgd(0.1).pytorch().weightDecay(0.01), crossEntropy());
        agrees("vgg", model, data(Port.pictures(8, 8, 3), Port.classes()));
    }

    @Test
    void resnet() {
        Model model =
                sequential(
                        input(16, 16, 3).pytorch(),
                        conv2d(4, 5).stride(2).padding(2).noBias(),
                        batchNorm().relu(),
                        maxPool2d(3).stride(2).padding(1),
                        residual(
                                        conv2d(4, 3).padding(1).noBias(),
                                        batchNorm().relu(),
                                        conv2d(4, 3).padding(1).noBias(),
                                        batchNorm())
                                .relu(),
                        residual(
                                        conv2d(8, 3).stride(2).padding(1).noBias(),
                                        batchNorm().relu(),
                                        conv2d(8, 3).padding(1).noBias(),
                                        batchNorm())
                                .shortcut(conv2d(8, 1).stride(2).noBias(), batchNorm())
                                .relu(),
                        globalAvgPool(),
                        dense(3));
        model.compile(
                sgd(0.05).pytorch().momentum(0.9).nesterov().weightDecay(1e-4), crossEntropy());
        agrees("resnet", model, data(Port.pictures(16, 16, 3), Port.classes()));
    }

    private static Layer[] deep(int filters, int stride) {
        return new Layer[] {
            depthwiseConv2d(3).stride(stride).padding(1).noBias(),
            batchNorm().relu6(),
            conv2d(filters, 1).noBias(),
            batchNorm().relu6()
        };
    }

    @Test
    void mobilenet() {
        Model model =
                sequential(
                        input(9, 9, 3).pytorch(),
                        conv2d(4, 3).stride(2).padding(1).noBias(),
                        batchNorm().relu6(),
                        block(deep(6, 1)),
                        block(deep(8, 2)),
                        globalAvgPool(),
                        dense(3));
        model.compile(rmsprop(0.001).pytorch(), crossEntropy());
        agrees("mobilenet", model, data(Port.pictures(9, 9, 3), Port.classes()));
    }

    @Test
    void text() {
        Model model =
                sequential(
                        input(Port.STEPS).pytorch(),
                        embedding(Port.WORDS, 4),
                        bidirectional(lstm(3).returnSequences()),
                        bidirectional(lstm(3)),
                        dense(1));
        model.compile(adam(0.01).pytorch(), binaryCrossentropy().fromLogits());
        agrees("text", model, data(Port.words(), Port.yesOrNo()));
    }

    @Test
    void characters() {
        Model model =
                sequential(
                        input(Port.STEPS).pytorch(),
                        embedding(Port.WORDS, 4),
                        gru(5).returnSequences(),
                        gru(5),
                        dense(3));
        model.compile(rmsprop(0.01).pytorch(), crossEntropy());
        agrees("characters", model, data(Port.words(), Port.classes()));
    }

    @Test
    void lstm_with_its_two_biases() {
        Model model = sequential(input(9, 2).pytorch(), lstm(5), dense(1));
        model.compile(sgd(0.1).pytorch(), mse());
        agrees("lstm", model, data(Port.sequences(9, 2), Port.numbers()));
    }

    @Test
    void transformer() {
        Model model =
                sequential(
                        input(Port.STEPS).pytorch(),
                        embedding(Port.WORDS, 6),
                        transformerEncoder(2, 8),
                        transformerEncoder(2, 8),
                        globalAvgPool(),
                        dense(3));
        model.compile(adamW(0.01).pytorch(), crossEntropy());
        agrees("transformer", model, data(Port.words(), Port.classes()));
    }

    @Test
    void gpt() {
        Model model =
                sequential(
                        input(Port.STEPS).pytorch(),
                        embedding(Port.WORDS, 6),
                        positionEmbedding(),
                        transformerEncoder(2, 8).normFirst().causal().gelu(),
                        transformerEncoder(2, 8).normFirst().causal().gelu(),
                        layerNorm(),
                        layer("last", x -> x.slice(1, Port.STEPS - 1, Port.STEPS).squeeze(1)),
                        dense(3));
        model.compile(adamW(0.01).pytorch(), crossEntropy());
        agrees("gpt", model, data(Port.words(), Port.classes()));
    }

    @Test
    void names() {
        Model model = sequential(input(9, 2).pytorch(), simpleRnn(5), dense(3));
        model.compile(sgd(0.1).pytorch(), crossEntropy());
        agrees("names", model, data(Port.sequences(9, 2), Port.classes()));
    }

    @Test
    void series() {
        Model model =
                sequential(
                        input(12, 2).pytorch(),
                        conv1d(5, 3).padding(1),
                        batchNorm().leakyRelu(0.01),
                        conv1d(4, 3).stride(2).padding(1).relu(),
                        flatten(),
                        dense(3));
        model.compile(sgd(0.1).pytorch(), crossEntropy());
        agrees("series", model, data(Port.sequences(12, 2), Port.classes()));
    }

    @Test
    void pictures() {
        Model model =
                sequential(
                        input(6, 6, 1).pytorch(),
                        conv2d(4, 3).stride(2).padding(1).relu(),
                        flatten(),
                        dense(3),
                        dense(36).relu(),
                        reshape(3, 3, 4),
                        conv2dTranspose(1, 4).stride(2).padding(1),
                        flatten(),
                        activation().sigmoid());
        model.compile(adagrad(0.05).pytorch(), binaryCrossentropy());
        agrees("pictures", model, data(Port.pictures(6, 6, 1), Port.shares(36)));
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
        model.compile(adam(0.01).pytorch(), mse());
        agrees("autoencoder", model, data(Port.rows(12), Port.shares(12)));
    }
}
