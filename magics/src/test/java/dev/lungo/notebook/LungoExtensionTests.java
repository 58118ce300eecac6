package dev.lungo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.display.Bundle;
import dev.lungo.display.Output;
import dev.lungo.display.Rich;
import dev.lungo.kernel.Extension;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LungoExtensionTests {
    private final Output before = Output.current();
    private final RecordingNotebook notebook = new RecordingNotebook();

    @AfterEach
    void put_the_terminal_back() {
        Output.use(before);
    }

    @Test
    void is_found_by_the_kernel() {
        assertThat(ServiceLoader.load(Extension.class))
                .hasAtLeastOneElementOfType(LungoExtension.class);
    }

    @Test
    void imports_the_facade_before_the_first_cell() {
        new LungoExtension().install(notebook);
        assertThat(notebook.told).containsExactly("startup import static dev.lungo.Lungo.*;");
    }

    @Test
    void shows_values_in_the_cell_and_replaces_them_there() {
        new LungoExtension().install(notebook);
        notebook.told.clear();
        Output.Shown shown = Output.current().show(text("one"));
        shown.update(text("two"));
        assertThat(Output.current().rich()).isTrue();
        assertThat(notebook.told).containsExactly("display one", "update id-1 two");
    }

    private static Rich text(String text) {
        return () -> Bundle.text(text);
    }
}
