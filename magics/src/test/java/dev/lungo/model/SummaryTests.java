package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTests {
    @Test
    void has_the_layers_and_totals_that_keras_prints() {
        Model model =
                sequential(
                        input(28, 28, 1),
                        conv2d(8, 3).noBias(),
                        batchNorm().relu(),
                        flatten(),
                        dense(10).named("digits").frozen().softmax());

        assertThat(model.summary().rows())
                .extracting(row -> String.join(" | ", row))
                .containsExactly(
                        "input | input(28, 28, 1) | 28 x 28 x 1 | 0 | 0",
                        "conv2d | conv2d(8, 3).noBias() | 26 x 26 x 8 | 72 | 97,344",
                        "batchNorm | batchNorm().relu() | 26 x 26 x 8 | 32 | 0",
                        "flatten | flatten() | 5408 | 0 | 0",
                        "digits | dense(10).softmax().named(\"digits\").frozen() | 10 | 54,090 |"
                                + " 108,160");
        assertThat(model.summary().notes())
                .containsExactly(
                        "Total params: 54,194 (211.70 KB)",
                        "Trainable params: 88 (352.00 B)",
                        "Non-trainable params: 54,106 (211.35 KB)",
                        "Operations for one example: 205,504 (a multiplication and an addition are"
                                + " two)");
    }

    @Test
    void counts_the_parameters_that_keras_counts() {
        assertThat(
                        sequential(input(784), dense(128).relu(), dense(64).relu(), dense(10))
                                .parameters())
                .isEqualTo(109_386);
        assertThat(
                        sequential(
                                        input(784),
                                        dense(512).relu(),
                                        dropout(0.2),
                                        dense(512).relu(),
                                        dropout(0.2),
                                        dense(10).softmax())
                                .parameters())
                .isEqualTo(669_706);
        assertThat(
                        sequential(input(80), embedding(20_000, 128), lstm(128), dense(1).sigmoid())
                                .parameters())
                .isEqualTo(2_560_000 + 131_584 + 129);
        assertThat(sequential(input(50, 32), gru(64)).parameters()).isEqualTo(18_816);
        assertThat(sequential(input(50, 128), transformerEncoder(4, 512)).parameters())
                .isEqualTo(198_272);
        assertThat(sequential(input(8, 8, 16), batchNorm()).summary().notes())
                .contains("Trainable params: 32 (128.00 B)", "Non-trainable params: 32 (128.00 B)");
    }
}
