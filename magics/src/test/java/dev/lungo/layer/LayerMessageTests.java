package dev.lungo.layer;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each layer says when it cannot take what comes, or cannot be made. */
class LayerMessageTests {
    private static final String NO_PICTURE =
            "Give the model pictures: begin with input(height, width, channels), and put flatten()"
                    + " only after the last picture layer.";
    private static final String NO_SEQUENCE =
            "Begin the model with input(steps, features), or put embedding(words, features) above"
                    + " it.";

    private static Arguments after(Input input, Layer layer, String problem, String fix) {
        return arguments(input, layer, problem, fix);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                after(
                        input(8, 8, 3),
                        conv2d(4, 3).groups(2),
                        "conv2d(4, 3).groups(2) cannot cut the 3 channels of 8 x 8 x 3 into 2 equal"
                                + " groups.",
                        "Use a number of groups that divides 3."),
                after(
                        input(4, 4, 3),
                        conv2d(4, 3).dilation(2),
                        "conv2d(4, 3) cannot slide over 4 x 4 x 3: it needs at least 5 x 5.",
                        "Use a smaller filter, or conv2d(4, 3).same() to keep the size."),
                after(
                        input(5),
                        conv2dTranspose(4, 3),
                        "conv2dTranspose(4, 3) needs a picture (height x width x channels), but"
                                + " gets 5.",
                        NO_PICTURE),
                after(
                        input(1, 4, 3),
                        avgPool2d(2),
                        "avgPool2d(2) cannot pool 1 x 4 x 3: it needs at least 2 x 2.",
                        "Remove this pooling layer."),
                after(
                        input(5),
                        globalAvgPool(),
                        "globalAvgPool() needs a picture (height x width x channels), but gets 5.",
                        NO_PICTURE),
                after(
                        input(5),
                        globalMaxPool(),
                        "globalMaxPool() needs a picture (height x width x channels), but gets 5.",
                        NO_PICTURE),
                after(
                        input(5),
                        upSampling2d(2).bilinear(),
                        "upSampling2d(2).bilinear() needs a picture (height x width x channels),"
                                + " but gets 5.",
                        NO_PICTURE),
                after(
                        input(5),
                        zeroPadding2d(1),
                        "zeroPadding2d(1) needs a picture (height x width x channels), but gets 5.",
                        NO_PICTURE),
                after(
                        input(5),
                        spatialDropout(0.5),
                        "spatialDropout(0.5) needs a picture (height x width x channels), but gets"
                                + " 5.",
                        NO_PICTURE),
                after(
                        input(5),
                        conv1d(4, 3),
                        "conv1d(4, 3) needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(5, 3),
                        conv1d(4, 3).groups(2),
                        "conv1d(4, 3).groups(2) cannot cut the 3 features of 5 x 3 into 2 equal"
                                + " groups.",
                        "Use a number of groups that divides 3."),
                after(
                        input(2, 3),
                        conv1d(4, 3),
                        "conv1d(4, 3) cannot slide along 2 x 3: it needs at least 3 steps.",
                        "Use a smaller filter, or conv1d(4, 3).same() to keep the length."),
                after(
                        input(5),
                        depthwiseConv2d(3),
                        "depthwiseConv2d(3) needs a picture (height x width x channels), but gets"
                                + " 5.",
                        NO_PICTURE),
                after(
                        input(2, 5, 3),
                        depthwiseConv2d(3),
                        "depthwiseConv2d(3) cannot slide over 2 x 5 x 3: it needs at least 3 x 3.",
                        "Use a smaller filter, or depthwiseConv2d(3).same() to keep the size."),
                after(
                        input(2, 5, 3),
                        separableConv2d(8, 3),
                        "separableConv2d(8, 3) cannot slide over 2 x 5 x 3: it needs at least 3 x"
                                + " 3.",
                        "Use a smaller filter, or separableConv2d(8, 3).same() to keep the size."),
                after(
                        input(2, 2, 3),
                        conv2dTranspose(8, 3).padding(2),
                        "conv2dTranspose(8, 3).padding(2) cuts off all that it makes of 2 x 2 x"
                                + " 3.",
                        "Use a smaller padding, or same() to multiply the size."),
                after(
                        input(5),
                        bidirectional(lstm(3)),
                        "lstm(3) needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(5),
                        groupNorm(2),
                        "groupNorm(2) needs a picture (height x width x channels), but gets 5.",
                        NO_PICTURE),
                after(
                        input(7, 5),
                        groupNorm(2),
                        "groupNorm(2) cannot cut the 5 channels of 7 x 5 into 2 equal groups.",
                        "Use a number of groups that divides 5."),
                after(
                        input(5),
                        simpleRnn(2),
                        "simpleRnn(2) needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(5),
                        positionEmbedding(),
                        "positionEmbedding() needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(8, 8, 3),
                        residual(conv2d(4, 3).stride(2)).shortcut(conv2d(4, 1).stride(2)),
                        "residual(...) adds what its layers give to what its shortcut gives: 3 x 3"
                                + " x 4 and 4 x 4 x 4.",
                        "Let the last layer inside give 4 x 4 x 4; .same() keeps height and"
                                + " width."),
                after(
                        input(2, 3),
                        maxPool1d(3),
                        "maxPool1d(3) cannot pool 2 x 3: it needs at least 3 steps.",
                        "Remove this pooling layer, or use a smaller one."),
                after(
                        input(3),
                        avgPool1d(3).stride(1),
                        "avgPool1d(3).stride(1) needs a sequence (steps x features), but gets 3.",
                        NO_SEQUENCE),
                after(
                        input(4, 4, 2),
                        reshape(5, 5),
                        "reshape(5, 5) needs 25 numbers, but gets 32 (4 x 4 x 2).",
                        "Choose sizes whose product is 32."),
                after(
                        input(4, 4, 2),
                        permute(2, 1),
                        "permute(2, 1) needs 2 axes, but gets 4 x 4 x 2.",
                        "Name each axis of 4 x 4 x 2 once."),
                after(
                        input(4),
                        activation(),
                        "activation() needs a function.",
                        "Write which one, for example activation().relu()."),
                after(
                        input(4, 2),
                        embedding(10, 3),
                        "embedding(10, 3) needs a row of whole numbers, but gets 4 x 2.",
                        "Begin the model with input(steps), and put the embedding first."),
                after(
                        input(4),
                        lstm(8),
                        "lstm(8) needs a sequence (steps x features), but gets 4.",
                        NO_SEQUENCE),
                after(
                        input(4, 4, 1),
                        gru(8),
                        "gru(8) needs a sequence (steps x features), but gets 4 x 4 x 1.",
                        "Put reshape(steps, features) above it."),
                after(
                        input(4),
                        multiHeadAttention(2, 3),
                        "multiHeadAttention(2, 3) needs a sequence (steps x features), but gets 4.",
                        NO_SEQUENCE),
                after(
                        input(4, 5),
                        transformerEncoder(2, 8),
                        "transformerEncoder(2, 8) cannot cut the 5 features of 4 x 5 into 2 equal"
                                + " heads.",
                        "Use a number of heads that divides 5."),
                after(
                        input(4),
                        residual(dense(5)),
                        "residual(...) adds what its layers give to what they read: they read 4,"
                                + " but give 5.",
                        "Let the last layer inside give 4; .same() keeps height and width."),
                after(
                        input(4),
                        block(dense(5), lstm(3)),
                        "lstm(3) needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(5),
                        conv1dTranspose(4, 3),
                        "conv1dTranspose(4, 3) needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(1, 3),
                        conv1dTranspose(4, 3).padding(2),
                        "conv1dTranspose(4, 3).padding(2) cuts off all that it makes of 1 x 3.",
                        "Use a smaller padding, or same() to multiply the length."),
                after(
                        input(5),
                        upSampling1d(2),
                        "upSampling1d(2) needs a sequence (steps x features), but gets 5.",
                        NO_SEQUENCE),
                after(
                        input(5, 3),
                        repeatVector(4),
                        "repeatVector(4) repeats a row of numbers, but gets 5 x 3.",
                        "Put flatten() above it, or leave .returnSequences() out of the recurrent"
                                + " layer above it."),
                after(
                        input(5),
                        timeDistributed(dense(3)),
                        "timeDistributed(dense(3)) needs steps, each with what its layer reads, but"
                                + " gets 5.",
                        "Leave timeDistributed(..) out, or begin the model with input(steps,"
                                + " ...)."),
                after(
                        input(5, 3),
                        timeDistributed(conv2d(4, 3)),
                        "conv2d(4, 3) needs a picture (height x width x channels), but gets 3.",
                        NO_PICTURE),
                after(
                        input(4, 4, 1),
                        cropping2d(2),
                        "cropping2d(2) leaves nothing of 4 x 4 x 1.",
                        "Cut off fewer rows and columns."),
                after(
                        input(4, 4, 6),
                        pixelShuffle(2),
                        "pixelShuffle(2) makes 4 channels into one, but gets 4 x 4 x 6.",
                        "Give it a multiple of 4 channels: conv2d(4, 3) above it."),
                after(
                        input(8, 8, 1),
                        parallel(conv2d(2, 3), conv2d(2, 5)),
                        "concatenate(...) cannot put 6 x 6 x 2 and 4 x 4 x 2 together.",
                        "All sizes but the last must be the same."));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void says_what_came_and_what_to_change(Input input, Layer layer, String problem, String fix) {
        assertThatThrownBy(() -> sequential(input, layer))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith(problem + "\n\n   1  input ")
                .hasMessageContaining("\n   2  " + layer.label() + " ")
                .hasMessageEndingWith("   <-- here\n\n" + fix);
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                wrong(
                        () -> conv2d(3, 3).groups(2),
                        "conv2d(3, 3).groups(2) cannot be made.",
                        "3 filters in 2 groups",
                        "the same number of filters in each group",
                        "use a multiple of 2 filters."),
                wrong(
                        () -> conv2d(3, 3).stride(0),
                        "conv2d(3, 3) cannot be made.",
                        "stride 0",
                        "1 or more",
                        "for example stride(2)."),
                wrong(
                        () -> conv2d(3, 3).padding(0),
                        "conv2d(3, 3).padding(0) cannot be made.",
                        "padding 0",
                        "1 or more",
                        "for example padding(1)."),
                wrong(
                        () -> separableConv2d(4, 3).multiplier(0),
                        "separableConv2d(4, 3) cannot be made.",
                        "multiplier 0",
                        "1 or more",
                        "for example multiplier(2)."),
                wrong(
                        () -> zeroPadding2d(-1),
                        "zeroPadding2d(-1) cannot be made.",
                        "-1 above, -1 below, -1 left, -1 right",
                        "0 or more on each side",
                        "for example zeroPadding2d(1)."),
                wrong(
                        () -> permute(1, 1),
                        "permute(1, 1) cannot be made.",
                        "1, 1",
                        "each axis once, counted from 1",
                        "for example permute(2, 1)."),
                wrong(
                        () -> reshape(),
                        "reshape() cannot be made.",
                        "no sizes",
                        "at least one size, each 1 or more",
                        "for example reshape(7, 7, 64)."),
                wrong(
                        () -> spatialDropout(1),
                        "spatialDropout(1.0) cannot be made.",
                        "rate 1.0",
                        "0 or more, and less than 1",
                        "for example spatialDropout(0.2), which drops a fifth."),
                wrong(
                        () -> batchNorm().momentum(2),
                        "batchNorm().momentum(2.0) cannot be made.",
                        "momentum 2.0",
                        "0 to 1",
                        "for example momentum(0.9); PyTorch's momentum 0.1 is 0.9 here."),
                wrong(
                        () -> layerNorm().epsilon(0),
                        "layerNorm().epsilon(0.0) cannot be made.",
                        "epsilon 0.0",
                        "more than 0",
                        "for example epsilon(1e-5)."),
                wrong(
                        () ->
                                sequential(
                                        input(5),
                                        embedding(9, 4).maskZero(),
                                        lstm(3).returnState()),
                        "lstm(3).returnState() reads every step.",
                        "a sequence of embedding(..).maskZero(), of which some are left out",
                        "a sequence without a mask",
                        "leave out .maskZero(), or .returnState()."),
                wrong(
                        () ->
                                sequential(
                                        input(5),
                                        embedding(9, 4).maskZero(),
                                        multiHeadAttention(2, 3).causal()),
                        "multiHeadAttention(2, 3).causal() cannot leave out steps.",
                        "a sequence of embedding(..).maskZero()",
                        "a sequence without a mask",
                        "leave out .maskZero(), or .causal()."),
                wrong(
                        () -> dense(3).celu(0),
                        "celu(0.0) cannot be used.",
                        "0.0",
                        "more than 0",
                        "for example celu(), which takes the usual number."),
                wrong(
                        () -> dense(3).l2(-1),
                        "l2(-1.0) cannot be used.",
                        "-1.0",
                        "0 or more",
                        "for example l2(0.01)."),
                wrong(
                        () -> dense(3).named("my layer"),
                        "named(\"my layer\") cannot be used.",
                        "\"my layer\"",
                        "a letter, then letters, digits or _",
                        "for example named(\"hidden\")."),
                wrong(
                        () -> sequential(input(2), dense(2).named("a"), dense(2).named("a")),
                        "Two layers have the same name.",
                        "dense(2).named(\"a\")",
                        "a name that no other layer has",
                        "name it otherwise, or leave named(..) out."));
    }

    private static Arguments wrong(
            ThrowingCallable call, String what, String received, String expected, String fix) {
        return arguments(
                call,
                what + "\nReceived: " + received + "\nExpected: " + expected + "\nFix: " + fix);
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void refuses_arguments_that_mean_nothing(ThrowingCallable call, String message) {
        assertThatThrownBy(call).hasMessage(message);
    }

    @Test
    void rejects_sizes_below_one_wherever_there_is_one() {
        assertThatThrownBy(() -> lstm(0)).hasMessageContaining("Received: units 0");
        assertThatThrownBy(() -> gru(0)).hasMessageContaining("Received: units 0");
        assertThatThrownBy(() -> embedding(0, 1)).hasMessageContaining("Received: words 0");
        assertThatThrownBy(() -> upSampling2d(0)).hasMessageContaining("Received: factor 0");
        assertThatThrownBy(() -> conv1d(0, 1)).hasMessageContaining("Received: filters 0");
        assertThatThrownBy(() -> maxPool1d(0)).hasMessageContaining("Received: size 0");
        assertThatThrownBy(() -> multiHeadAttention(0, 1)).hasMessageContaining("heads 0");
        assertThatThrownBy(() -> transformerEncoder(1, 0)).hasMessageContaining("hidden 0");
    }
}
