package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTests {
    private static final String SMILES = "a🙂b🙂";

    @Test
    void count_a_character_outside_the_basic_plane_once() {
        assertThat(CodePoints.toIndex(SMILES, 2)).isEqualTo(3);
        assertThat(CodePoints.fromIndex(SMILES, 3)).isEqualTo(2);
        assertThat(CodePoints.toIndex(SMILES, 4)).isEqualTo(SMILES.length());
    }

    @Test
    void stay_within_the_source() {
        assertThat(CodePoints.toIndex(SMILES, 99)).isEqualTo(SMILES.length());
        assertThat(CodePoints.toIndex(SMILES, -1)).isZero();
    }
}
