package dev.lungo.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MagicRegistryTests {
    private final MagicRegistry magics = new MagicRegistry();

    @Test
    void runs_what_was_registered_and_lists_it() throws Exception {
        magics.registerLineMagic("twice", args -> args.get(0).repeat(2));
        magics.registerCellMagic("upper", (args, body) -> body.toUpperCase());

        assertThat(magics.<String>applyLineMagic("twice", List.of("ab"))).isEqualTo("abab");
        assertThat(magics.<String>applyCellMagic("upper", List.of(), "x")).isEqualTo("X");
        assertThat(magics.lineNames()).containsExactly("twice");
        assertThat(magics.cellNames()).containsExactly("upper");
    }

    @Test
    void suggests_the_magic_that_was_meant() {
        magics.registerLineMagic("maven", args -> null);
        magics.registerCellMagic("html", (args, body) -> null);

        assertThatThrownBy(() -> magics.applyLineMagic("mavne", List.of()))
                .hasMessage("There is no magic %mavne. Did you mean %maven?");
        assertThatThrownBy(() -> magics.applyLineMagic("html", List.of()))
                .hasMessage("There is no magic %html. Did you mean %%html?");
        assertThatThrownBy(() -> magics.applyLineMagic("zzz", List.of()))
                .hasMessage("There is no magic %zzz. %lsmagic lists the magics there are.");
    }
}
