package dev.lungo.port;

import static dev.lungo.Lungo.*;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Block;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Residual;
import dev.lungo.model.Model;
import org.junit.jupiter.api.Test;

/** Models that read or make pictures, of Keras' examples and PyTorch's torchvision, rebuilt. */
class PicturePortTests {
    private static void agrees(String name, Model model, Dataset data) {
        new Port("keras", name).agrees(model, data, Model::loadWeights);
    }

    private static void agreesWithTorch(String name, Model model, Dataset data) {
        new Port("torch", name).agrees(model, data, Model::loadPyTorchWeights);
    }

    private static Dataset named(int height, int width, int channels) {
        return data(Port.pictures(height, width, channels), Port.classes());
    }

    @Test
    void unet() {
        var start = input(8, 8, 3);
        Branch x = batchNorm().relu().of(conv2d(4, 3).stride(2).same().of(start));
        Branch down =
                block(
                                activation().relu(),
                                separableConv2d(5, 3).same(),
                                batchNorm().relu(),
                                separableConv2d(5, 3).same(),
                                batchNorm(),
                                maxPool2d(3).stride(2).same())
                        .of(x);
        x = add(down, conv2d(5, 1).stride(2).same().of(x));
        for (int filters : new int[] {5, 4}) {
            Branch up =
                    block(
                                    activation().relu(),
                                    conv2dTranspose(filters, 3).same(),
                                    batchNorm().relu(),
                                    conv2dTranspose(filters, 3).same(),
                                    batchNorm(),
                                    upSampling2d(2))
                            .of(x);
            x = add(up, block(upSampling2d(2), conv2d(filters, 1).same()).of(x));
        }
        Model model = model(start, conv2d(3, 3).same().softmax().of(x));
        model.compile(sgd(0.05), sparseCategoricalCrossentropy());
        agrees("unet", model, data(Port.pictures(8, 8, 3), Port.classesOfPixels(8, 8)));
    }

    @Test
    void ronneberger() {
        var start = input(12, 12, 1);
        Branch left = conv2d(3, 3).relu().of(start);
        Branch low =
                block(maxPool2d(2), conv2d(4, 3).relu(), conv2dTranspose(3, 2).stride(2)).of(left);
        Branch both = concatenate(cropping2d(2).of(left), low);
        Model model = model(start, block(conv2d(4, 3).relu(), conv2d(3, 1).softmax()).of(both));
        model.compile(sgd(0.1).momentum(0.99), sparseCategoricalCrossentropy());
        agrees("ronneberger", model, data(Port.pictures(12, 12, 1), Port.classesOfPixels(4, 4)));
    }

    @Test
    void superresolution() {
        Model model =
                sequential(
                        input(5, 5, 1),
                        conv2d(4, 5).same().relu(),
                        conv2d(4, 3).same().relu(),
                        conv2d(8, 3).same(),
                        pixelShuffle(2),
                        conv2d(1, 1));
        model.compile(adam(0.001), mse());
        agrees("superresolution", model, data(Port.pictures(5, 5, 1), Port.pictures(10, 10, 1)));
    }

    @Test
    void convmixer() {
        Layer[] mixer = {
            residual(depthwiseConv2d(3).same().gelu(), batchNorm()),
            conv2d(5, 1).gelu(),
            batchNorm()
        };
        Model model =
                sequential(
                        input(8, 8, 3),
                        conv2d(5, 2).stride(2).gelu(),
                        batchNorm(),
                        block(mixer),
                        block(mixer),
                        globalAvgPool(),
                        dense(3).softmax());
        model.compile(adamW(0.001).weightDecay(0.0001), sparseCategoricalCrossentropy());
        agrees("convmixer", model, named(8, 8, 3));
    }

    @Test
    void mlpmixer() {
        Block mixer =
                block(
                        residual(
                                layerNorm().epsilon(1e-6),
                                permute(2, 1),
                                dense(8).gelu(),
                                dense(6),
                                permute(2, 1)),
                        residual(layerNorm().epsilon(1e-6), dense(8).gelu(), dense(5)));
        Model model = sequential(input(6, 5), mixer, mixer, globalAvgPool(), dense(3).softmax());
        model.compile(adam(0.005), sparseCategoricalCrossentropy());
        agrees("mlpmixer", model, data(Port.sequences(6, 5), Port.classes()));
    }

    @Test
    void efficientnet() {
        var start = input(8, 8, 3);
        Branch before =
                block(conv2d(4, 3).stride(2).same().noBias(), batchNorm().swish()).of(start);
        Branch x =
                block(
                                conv2d(8, 1).noBias(),
                                batchNorm().swish(),
                                depthwiseConv2d(3).same().noBias(),
                                batchNorm().swish())
                        .of(before);
        Branch weights =
                block(
                                globalAvgPool(),
                                reshape(1, 1, 8),
                                conv2d(2, 1).swish(),
                                conv2d(8, 1).sigmoid())
                        .of(x);
        x = block(conv2d(4, 1).noBias(), batchNorm()).of(multiply(x, weights));
        Branch end = block(globalAvgPool(), dense(3).softmax()).of(add(x, before));
        Model model = model(start, end);
        model.compile(adam(0.001), sparseCategoricalCrossentropy());
        agrees("efficientnet", model, named(8, 8, 3));
    }

    @Test
    void densenet() {
        var start = input(8, 8, 3);
        Branch x = conv2d(4, 3).same().noBias().of(start);
        for (int i = 0; i < 2; i++) {
            Branch more =
                    block(
                                    batchNorm().epsilon(1.001e-5).relu(),
                                    conv2d(6, 1).noBias(),
                                    batchNorm().epsilon(1.001e-5).relu(),
                                    conv2d(3, 3).same().noBias())
                            .of(x);
            x = concatenate(x, more);
        }
        Branch end =
                block(
                                batchNorm().epsilon(1.001e-5).relu(),
                                conv2d(5, 1).noBias(),
                                avgPool2d(2),
                                globalAvgPool(),
                                dense(3).softmax())
                        .of(x);
        Model model = model(start, end);
        model.compile(sgd(0.1).momentum(0.9), sparseCategoricalCrossentropy());
        agrees("densenet", model, named(8, 8, 3));
    }

    @Test
    void compact_transformer() {
        var start = input(8, 8, 3);
        Branch x =
                block(
                                zeroPadding2d(1),
                                conv2d(6, 3).noBias().relu(),
                                zeroPadding2d(1),
                                maxPool2d(3).stride(2).same(),
                                reshape(25, 6))
                        .of(start);
        Branch y = layerNorm().epsilon(1e-5).of(x);
        x = add(multiHeadAttention(2, 6).of(y), x);
        y = layerNorm().epsilon(1e-5).of(x);
        x = add(dense(6).gelu().of(dense(8).gelu().of(y)), x);
        x = layerNorm().epsilon(1e-5).of(x);
        Branch shares = layer("shares", s -> s.softmax(1)).of(dense(1).of(x));
        Branch pooled = layer("sum", s -> s.sum(1)).of(multiply(shares, x));
        Model model = model(start, dense(3).softmax().of(pooled));
        model.compile(adamW(0.001), sparseCategoricalCrossentropy());
        agrees("compact_transformer", model, named(8, 8, 3));
    }

    @Test
    void prelu_of_keras() {
        Model model =
                sequential(
                        input(6, 6, 3),
                        conv2d(4, 3),
                        prelu().byChannel(),
                        conv2d(4, 3),
                        prelu(),
                        globalAvgPool(),
                        dense(3).softmax());
        model.compile(adam(0.01), sparseCategoricalCrossentropy());
        agrees("prelu", model, named(6, 6, 3));
    }

    @Test
    void superresolution_of_pytorch() {
        Model model =
                sequential(
                        input(5, 5, 1).pytorch(),
                        conv2d(4, 5).padding(2).relu(),
                        conv2d(4, 3).padding(1).relu(),
                        conv2d(8, 3).padding(1),
                        pixelShuffle(2),
                        conv2d(1, 1));
        model.compile(adam(0.001).pytorch(), mse());
        agreesWithTorch(
                "superresolution", model, data(Port.pictures(5, 5, 1), Port.pictures(10, 10, 1)));
    }

    private static Block fire(int squeeze, int expand) {
        return block(
                conv2d(squeeze, 1).relu(),
                parallel(conv2d(expand, 1).relu(), conv2d(expand, 3).padding(1).relu()));
    }

    @Test
    void squeezenet() {
        Model model =
                sequential(
                        input(12, 12, 3).pytorch(),
                        conv2d(4, 3).stride(2).relu(),
                        maxPool2d(3).stride(2),
                        fire(2, 3),
                        fire(2, 4),
                        dropout(0),
                        conv2d(3, 1).relu(),
                        globalAvgPool());
        model.compile(adam(0.01).pytorch(), crossEntropy());
        agreesWithTorch("squeezenet", model, named(12, 12, 3));
    }

    private static Layer[] inverted(int wide, int filters, int stride) {
        return new Layer[] {
            conv2d(wide, 1).noBias(),
            batchNorm().relu6(),
            depthwiseConv2d(3).stride(stride).padding(1).noBias(),
            batchNorm().relu6(),
            conv2d(filters, 1).noBias(),
            batchNorm()
        };
    }

    @Test
    void mobilenetv2() {
        Model model =
                sequential(
                        input(8, 8, 3).pytorch(),
                        conv2d(4, 3).stride(2).padding(1).noBias(),
                        batchNorm().relu6(),
                        residual(inverted(8, 4, 1)),
                        block(inverted(8, 6, 2)),
                        conv2d(8, 1).noBias(),
                        batchNorm().relu6(),
                        globalAvgPool(),
                        dense(3));
        model.compile(sgd(0.05).pytorch().momentum(0.9).weightDecay(4e-5), crossEntropy());
        agreesWithTorch("mobilenetv2", model, named(8, 8, 3));
    }

    private static Residual bottleneck(int width, int stride) {
        return residual(
                        conv2d(width, 1).noBias(),
                        batchNorm().relu(),
                        conv2d(width, 3).stride(stride).padding(1).noBias(),
                        batchNorm().relu(),
                        conv2d(4 * width, 1).noBias(),
                        batchNorm())
                .shortcut(conv2d(4 * width, 1).stride(stride).noBias(), batchNorm())
                .relu();
    }

    @Test
    void resnet50() {
        Model model =
                sequential(
                        input(8, 8, 3).pytorch(),
                        conv2d(4, 3).padding(1).noBias(),
                        batchNorm().relu(),
                        bottleneck(2, 2),
                        bottleneck(2, 1),
                        globalAvgPool(),
                        dense(3));
        model.compile(sgd(0.1).pytorch().momentum(0.9).weightDecay(1e-4), crossEntropy());
        agreesWithTorch("resnet50", model, named(8, 8, 3));
    }

    @Test
    void shufflenet() {
        Model model =
                sequential(
                        input(8, 8, 3).pytorch(),
                        conv2d(6, 3).stride(2).padding(1).noBias(),
                        batchNorm().relu(),
                        residual(
                                        conv2d(6, 1).groups(2).noBias(),
                                        batchNorm().relu(),
                                        reshape(4, 4, 2, 3),
                                        permute(1, 2, 4, 3),
                                        reshape(4, 4, 6),
                                        depthwiseConv2d(3).padding(1).noBias(),
                                        batchNorm(),
                                        conv2d(6, 1).groups(2).noBias(),
                                        batchNorm())
                                .relu(),
                        globalAvgPool(),
                        dense(3));
        model.compile(sgd(0.1).pytorch(), crossEntropy());
        agreesWithTorch("shufflenet", model, named(8, 8, 3));
    }

    @Test
    void googlenet() {
        Model model =
                sequential(
                        input(8, 8, 3).pytorch(),
                        conv2d(4, 3).padding(1).relu(),
                        parallel(
                                conv2d(2, 1).relu(),
                                block(conv2d(2, 1).relu(), conv2d(3, 3).padding(1).relu()),
                                block(conv2d(1, 1).relu(), conv2d(2, 5).padding(2).relu()),
                                block(maxPool2d(3).stride(1).padding(1), conv2d(1, 1).relu())),
                        maxPool2d(2),
                        flatten(),
                        dense(3));
        model.compile(adam(0.001).pytorch(), crossEntropy());
        agreesWithTorch("googlenet", model, named(8, 8, 3));
    }

    @Test
    void dcgan() {
        Model model =
                sequential(
                        input(1, 1, 6).pytorch(),
                        conv2dTranspose(8, 4).noBias(),
                        batchNorm().relu(),
                        conv2dTranspose(4, 4).stride(2).padding(1).noBias(),
                        batchNorm().relu(),
                        conv2dTranspose(1, 4).stride(2).padding(1).noBias().tanh());
        model.compile(adam(0.001).pytorch().beta1(0.5), mse());
        agreesWithTorch("dcgan", model, data(Port.pictures(1, 1, 6), Port.pictures(16, 16, 1)));
    }

    @Test
    void prelu_of_pytorch() {
        Model model =
                sequential(
                        input(6, 6, 3).pytorch(),
                        conv2d(4, 3),
                        prelu(),
                        conv2d(4, 3),
                        prelu().byChannel(),
                        globalAvgPool(),
                        dense(3));
        model.compile(sgd(0.1).pytorch(), crossEntropy());
        agreesWithTorch("prelu", model, named(6, 6, 3));
    }
}
