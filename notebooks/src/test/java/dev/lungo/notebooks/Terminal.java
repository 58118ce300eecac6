package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./lungo jshell} in a pseudo-terminal, into which Java is typed. */
final class Terminal {
    private static final Gson GSON = new Gson();

    private Terminal() {}

    /** What the terminal showed after each snippet; files of the run are kept in the folder. */
    static List<String> type(Path folder, String... snippets)
            throws IOException, InterruptedException {
        Path typed = Files.writeString(folder.resolve("in.json"), GSON.toJson(snippets));
        Path shown = folder.resolve("out.json");
        Path errors = folder.resolve("err.txt");
        var process =
                Checkout.lungo(
                                "python",
                                Path.of("src/test/python/terminal.py").toAbsolutePath().toString())
                        .redirectInput(typed.toFile())
                        .redirectOutput(shown.toFile())
                        .redirectError(errors.toFile())
                        .start();
        assertThat(Checkout.end(process)).as(Files.readString(errors)).isZero();
        return List.of(GSON.fromJson(Files.readString(shown), String[].class));
    }
}
