package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.Extension;
import dev.lungo.kernel.Notebook;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTests {
    @TempDir Path folder;

    /** Works. */
    public static final class Good implements Extension {
        @Override
        public void install(Notebook notebook) {
            notebook.startup("int good;");
        }
    }

    /** Fails. */
    public static final class Bad implements Extension {
        @Override
        public void install(Notebook notebook) {
            throw new IllegalStateException("not today");
        }
    }

    @Test
    void one_that_fails_or_is_missing_is_reported_and_the_others_work()
            throws IOException, InterruptedException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Extension.class.getName()),
                "%s%nno.such.Extension%n%s%n".formatted(Bad.class.getName(), Good.class.getName()));
        var recorder = new Recorder();
        try (var streams = Streams.install();
                var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var notebook = LiveNotebook.open(streams);
            Extensions.install(loader, notebook);
            streams.enter(new CellOutput(recorder));
            assertThat(notebook.startupSources()).containsExactly("int good;");
            assertThat(recorder.upTo("no.such.Extension"))
                    .contains("An extension failed and is left out: ", "not today");
        }
    }
}
