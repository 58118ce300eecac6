package dev.lungo.port;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;
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
