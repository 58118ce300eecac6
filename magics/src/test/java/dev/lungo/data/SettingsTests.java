package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTests {
    @AfterEach
    void forget_properties() {
        System.clearProperty("lungo.fast");
        System.clearProperty("lungo.offline");
    }

    @Test
    void are_read_each_time() {
        System.setProperty("lungo.fast", "1");
        assertThat(Settings.fast()).isTrue();

        System.setProperty("lungo.fast", "0");
        assertThat(Settings.fast()).isFalse();
    }

    @Test
    void tell_fast_from_offline() {
        System.setProperty("lungo.fast", "0");
        System.setProperty("lungo.offline", "true");

        assertThat(Settings.offline()).isTrue();
        assertThat(Settings.fast()).isFalse();
    }

    @Test
    void refuse_what_is_neither_on_nor_off() {
        System.setProperty("lungo.offline", "yes");

        assertThatThrownBy(Settings::offline)
                .hasMessage(
                        """
                        LUNGO_OFFLINE is a switch.
                        Received: "yes"
                        Expected: 1 (on) or 0 (off)
                        Fix: set LUNGO_OFFLINE=1, or unset it, and start Java again.\
                        """);
    }
}
