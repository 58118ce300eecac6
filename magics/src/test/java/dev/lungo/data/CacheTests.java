package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the expected paths are written with slashes")
class CacheTests {
    private static final Path HOME = Path.of("/home/ada");

    @AfterEach
    void forget_property() {
        System.clearProperty("lungo.cache");
    }

    @Test
    void is_where_the_property_says() {
        System.setProperty("lungo.cache", "/somewhere/a/../b");

        assertThat(Cache.folder()).isEqualTo(Path.of("/somewhere/b"));
    }

    @Test
    void is_in_the_usual_place_on_linux() {
        assertThat(Cache.usual("Linux", HOME, Map.of())).hasToString("/home/ada/.cache/lungo");
        assertThat(Cache.usual("Linux", HOME, Map.of("XDG_CACHE_HOME", "/fast")))
                .hasToString("/fast/lungo");
        assertThat(Cache.usual("Linux", HOME, Map.of("XDG_CACHE_HOME", "relative")))
                .hasToString("/home/ada/.cache/lungo");
    }

    @Test
    void is_in_the_usual_place_on_macos() {
        assertThat(Cache.usual("Mac OS X", HOME, Map.of("XDG_CACHE_HOME", "/fast")))
                .hasToString("/home/ada/Library/Caches/lungo");
    }

    @Test
    void is_in_the_usual_place_on_windows() {
        assertThat(Cache.usual("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local")))
                .hasToString("/local/lungo/cache");
        assertThat(Cache.usual("Windows 11", HOME, Map.of()))
                .hasToString("/home/ada/AppData/Local/lungo/cache");
    }
}
