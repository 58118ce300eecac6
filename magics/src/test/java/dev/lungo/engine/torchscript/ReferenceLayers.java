package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.activation;
import static dev.lungo.Lungo.avgPool1d;
import static dev.lungo.Lungo.avgPool2d;
import static dev.lungo.Lungo.batchNorm;
import static dev.lungo.Lungo.bidirectional;
import static dev.lungo.Lungo.conv1d;
import static dev.lungo.Lungo.conv1dTranspose;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.conv2dTranspose;
import static dev.lungo.Lungo.cropping2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.depthwiseConv2d;
import static dev.lungo.Lungo.dropout;
import static dev.lungo.Lungo.embedding;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.globalAvgPool;
import static dev.lungo.Lungo.globalMaxPool;
import static dev.lungo.Lungo.groupNorm;
import static dev.lungo.Lungo.gru;
import static dev.lungo.Lungo.layerNorm;
import static dev.lungo.Lungo.lstm;
import static dev.lungo.Lungo.maxPool1d;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.multiHeadAttention;
import static dev.lungo.Lungo.parallel;
import static dev.lungo.Lungo.permute;
import static dev.lungo.Lungo.pixelShuffle;
import static dev.lungo.Lungo.prelu;
import static dev.lungo.Lungo.repeatVector;
import static dev.lungo.Lungo.reshape;
import static dev.lungo.Lungo.residual;
import static dev.lungo.Lungo.separableConv2d;
import static dev.lungo.Lungo.simpleRnn;
import static dev.lungo.Lungo.timeDistributed;
import static dev.lungo.Lungo.transformerEncoder;
import static dev.lungo.Lungo.unitNorm;
import static dev.lungo.Lungo.upSampling1d;
import static dev.lungo.Lungo.upSampling2d;
import static dev.lungo.Lungo.zeroPadding2d;

import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of make_layers.py, by the same names. */
final class ReferenceLayers {
    static final Map<String, List<Layer>> MODELS = new LinkedHashMap<>();
    static final Shape WORDS = Shape.of(5);
    static final int VOCABULARY = 11;

    private static final Shape PICTURE = Shape.of(6, 5, 4);
    private static final Shape SEQUENCE = Shape.of(7, 4);
    private static final Shape ROW = Shape.of(6);

    private ReferenceLayers() {}

    private static void add(String name, Shape input, Layer... inner) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Input(input));
        layers.addAll(List.of(inner));
        layers.add(flatten());
        layers.add(dense(3).softmax());
        MODELS.put(name, layers);
    }

    static {
        add("dense", ROW, dense(5).noBias(), dense(4).tanh());
        add("dense on a sequence", SEQUENCE, dense(3).tanh());
        add("l1 and l2", ROW, dense(5).l1(0.01).l2(0.02).tanh());
        add("frozen", ROW, dense(5).frozen().tanh(), dense(4));
        add("conv2d", PICTURE, conv2d(3, 3).tanh());
        add("conv2d stride same", PICTURE, conv2d(3, 3).stride(2).same());
        add("conv2d even same", PICTURE, conv2d(3, 2).same().noBias());
        add("conv2d dilation", PICTURE, conv2d(3, 2).dilation(2).same());
        add("conv2d groups", PICTURE, conv2d(4, 3).groups(2));
        add("conv2d oblong", PICTURE, conv2d(3, 1, 4));
        add("depthwiseConv2d", PICTURE, depthwiseConv2d(3).multiplier(2).stride(2).same().tanh());
        add("separableConv2d", PICTURE, separableConv2d(3, 3).multiplier(2));
        add("conv2dTranspose", PICTURE, conv2dTranspose(3, 3).stride(2));
        add("conv2dTranspose same", PICTURE, conv2dTranspose(3, 3).stride(2).same());
        add("conv2dTranspose small", PICTURE, conv2dTranspose(2, 2).stride(3).same());
        add("conv1dTranspose", SEQUENCE, conv1dTranspose(3, 3).stride(2));
        add("conv1dTranspose same", SEQUENCE, conv1dTranspose(3, 4).stride(3).same());
        add("conv1dTranspose small", SEQUENCE, conv1dTranspose(2, 2).stride(3).same());
        add("conv1d", SEQUENCE, conv1d(3, 3).tanh());
        add("conv1d causal", SEQUENCE, conv1d(3, 2).dilation(2).causal());
        add("conv1d stride same", SEQUENCE, conv1d(4, 4).stride(2).same().groups(2));
        add("maxPool2d", PICTURE, conv2d(3, 2), maxPool2d(2));
        add("maxPool2d same", PICTURE, conv2d(3, 2), maxPool2d(3).stride(2).same());
        add("avgPool2d", PICTURE, conv2d(3, 2), avgPool2d(2));
        add("avgPool2d same", PICTURE, conv2d(3, 1), avgPool2d(2).same());
        add("maxPool1d", SEQUENCE, conv1d(3, 2), maxPool1d(2));
        add("maxPool1d same", SEQUENCE, conv1d(3, 1), maxPool1d(2).same());
        add("avgPool1d", SEQUENCE, conv1d(3, 2), avgPool1d(3).stride(1));
        add("avgPool1d same", SEQUENCE, conv1d(3, 1), avgPool1d(2).same());
        add("globalAvgPool", PICTURE, conv2d(3, 2), globalAvgPool());
        add("globalMaxPool", PICTURE, conv2d(3, 2), globalMaxPool());
        add("globalAvgPool of steps", SEQUENCE, conv1d(3, 2), globalAvgPool());
        add("globalMaxPool of steps", SEQUENCE, conv1d(3, 2), globalMaxPool());
        add("upSampling1d", SEQUENCE, conv1d(3, 2), upSampling1d(2), conv1d(2, 3));
        add("upSampling2d", PICTURE, conv2d(3, 2), upSampling2d(2));
        add("upSampling2d bilinear", PICTURE, conv2d(3, 2), upSampling2d(2).bilinear());
        add("zeroPadding2d", PICTURE, zeroPadding2d(1, 0, 2, 1), conv2d(3, 3));
        add("cropping2d", PICTURE, conv2d(3, 2), cropping2d(1, 0, 2, 1), conv2d(2, 1));
        add("pixelShuffle", PICTURE, conv2d(8, 2), pixelShuffle(2), conv2d(2, 3));
        add("repeatVector", ROW, dense(3), repeatVector(4), simpleRnn(3));
        add(
                "timeDistributed",
                PICTURE,
                timeDistributed(conv1d(3, 2).tanh()),
                timeDistributed(dense(2)));
        add("reshape", PICTURE, conv2d(3, 2), reshape(4, 5, 3), conv2d(2, 2));
        add("permute", PICTURE, conv2d(3, 2), permute(3, 1, 2), conv2d(2, 2));
        add("permute of steps", SEQUENCE, permute(2, 1), dense(3));
        add("batchNorm", PICTURE, conv2d(3, 2), batchNorm());
        add("batchNorm of steps", SEQUENCE, dense(3), batchNorm().momentum(0.9));
        add("batchNorm of a row", ROW, dense(4), batchNorm().epsilon(1e-5));
        add("batchNorm frozen", ROW, dense(4), batchNorm().frozen());
        add("layerNorm", SEQUENCE, layerNorm());
        add("layerNorm of a picture", PICTURE, conv2d(8, 2), layerNorm().epsilon(1e-5));
        add("embedding", WORDS, embedding(VOCABULARY, 3));
        add("unitNorm", SEQUENCE, dense(3), unitNorm());
        add("unitNorm of a picture", PICTURE, conv2d(3, 2), unitNorm());
        add("groupNorm", PICTURE, conv2d(8, 2), groupNorm(4));
        add("groupNorm of steps", SEQUENCE, dense(6), groupNorm(2));
        add("masked lstm", WORDS, embedding(VOCABULARY, 3).maskZero(), lstm(4));
        add(
                "masked gru of all steps",
                WORDS,
                embedding(VOCABULARY, 3).maskZero(),
                dropout(0),
                gru(4).returnSequences());
        add(
                "masked simpleRnn",
                WORDS,
                embedding(VOCABULARY, 3).maskZero(),
                dense(4),
                layerNorm(),
                simpleRnn(4));
        add(
                "masked bidirectional lstm",
                WORDS,
                embedding(VOCABULARY, 3).maskZero(),
                bidirectional(lstm(3).returnSequences()),
                bidirectional(gru(2)));
        add("masked globalAvgPool", WORDS, embedding(VOCABULARY, 3).maskZero(), globalAvgPool());
        add(
                "masked multiHeadAttention",
                WORDS,
                embedding(VOCABULARY, 4).maskZero(),
                multiHeadAttention(2, 3),
                globalAvgPool());
        add("lstm", SEQUENCE, lstm(5));
        add("lstm of all steps", SEQUENCE, lstm(3).returnSequences().noBias());
        add("gru", SEQUENCE, gru(5));
        add("gru of all steps", SEQUENCE, gru(3).returnSequences().noBias());
        add("bidirectional lstm", SEQUENCE, bidirectional(lstm(3).returnSequences()));
        add("bidirectional gru", SEQUENCE, bidirectional(gru(3)));
        add("simpleRnn", SEQUENCE, simpleRnn(5));
        add("multiHeadAttention causal", SEQUENCE, multiHeadAttention(2, 3).causal());
        add("multiHeadAttention", SEQUENCE, multiHeadAttention(2, 3));
        add("transformerEncoder", SEQUENCE, dense(8), transformerEncoder(2, 6), globalAvgPool());
        add("residual", PICTURE, residual(conv2d(4, 3).same().tanh()));
        add("parallel", PICTURE, parallel(conv2d(2, 3), conv2d(3, 3).tanh()));
        add("relu", ROW, dense(5).relu());
        add("relu6", ROW, dense(5).relu6());
        add("leakyRelu", ROW, dense(5).leakyRelu());
        add("elu", ROW, dense(5).elu());
        add("prelu", PICTURE, conv2d(3, 2), prelu());
        add("prelu by channel", PICTURE, conv2d(3, 2), prelu().byChannel());
        add("prelu of steps", SEQUENCE, dense(3), prelu());
        add("selu", ROW, dense(5).selu());
        add("gelu", ROW, dense(5).gelu());
        add("geluTanh", ROW, dense(5).geluTanh());
        add("hardSilu", ROW, dense(5).hardSilu());
        add("silu", ROW, dense(5).silu());
        add("softplus", ROW, dense(5).softplus());
        add("softsign", ROW, dense(5).softsign());
        add("sigmoid", ROW, dense(5).sigmoid());
        add("hardSigmoid", ROW, dense(5).hardSigmoid());
        add("softmax", ROW, dense(5).softmax());
        add("logSoftmax", ROW, dense(5).logSoftmax());
        add("mish", ROW, dense(5).mish());
        add("exponential", ROW, dense(5).exponential());
        add("celu", ROW, dense(5).celu());
        add("logSigmoid", ROW, dense(5).logSigmoid());
        add("hardTanh", ROW, dense(5), batchNorm(), activation().hardTanh());
        add("hardShrink", ROW, dense(5), batchNorm(), activation().hardShrink());
        add("softShrink", ROW, dense(5), batchNorm(), activation().softShrink());
        add("tanhShrink", ROW, dense(5).tanhShrink());
        add("squareplus", ROW, dense(5).squareplus());
        add("sparsePlus", ROW, dense(5), batchNorm(), activation().sparsePlus());
        add("sparseSigmoid", ROW, dense(5), batchNorm(), activation().sparseSigmoid());
        add("softmin", ROW, dense(5).softmin());
        add("celu of 0.5", ROW, dense(5).celu(0.5));
        add("softmax of channels", PICTURE, conv2d(3, 2).softmax());
    }
}
