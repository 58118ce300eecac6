package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text beyond ASCII in a kernel whose locale knows only ASCII. */
class UnicodeIT {
    private static final String TEXT = "héllo 中文 🙂";

    @TempDir private Path folder;

    @Test
    void survives_print_load_display_and_result() throws Exception {
        Files.writeString(folder.resolve("hello.jshell"), "String loaded = \"" + TEXT + "\";\n");
        var cells =
                new JavaCells(folder)
                        .cell("System.out.print(\"" + TEXT + "\");")
                        .cell("%load hello.jshell")
                        .cell("loaded.codePoints().toArray()")
                        .cell("display(loaded);")
                        .cell("loaded");
        cells.environment().put("LC_ALL", "C");
        cells.environment().keySet().removeIf(name -> name.startsWith("LANG"));
        var done = cells.start().done();
        assertThat(done).extracting(JavaCells.Done::error).containsOnly("");
        assertThat(done.get(0).printed()).isEqualTo(TEXT);
        // Not only written back as it was read: the program sees these characters.
        assertThat(done.get(2).result()).isEqualTo(Arrays.toString(TEXT.codePoints().toArray()));
        assertThat(done.get(3).lastShown()).isEqualTo(TEXT);
        assertThat(done.get(4).result()).isEqualTo(TEXT);
    }
}
