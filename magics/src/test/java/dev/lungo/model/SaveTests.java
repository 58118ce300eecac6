package dev.lungo.model;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.cosine;
import static dev.lungo.Lungo.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.optim.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveTests {
    private final Dataset data = Pictures.of(200);
    @TempDir private Path folder;

    private Path saved(Model model) {
        Path file = folder.resolve("model.lungo");
        model.save(file.toString());
        return file;
    }

    private History fit(Model model) {
        return model.fit(data, f -> f.epochs(2).batchSize(16).seed(5).quiet());
    }

    @Test
    void gives_back_a_model_that_predicts_and_remembers_the_same() {
        Model model = Small.model();
        model.fit(data.normalize(0.4, 0.2), f -> f.epochs(2).quiet());
        Model back = load(saved(model).toString());

        assertThat(back).hasToString(model.toString());
        assertThat(back.history()).isEqualTo(model.history());
        assertThat(back.summary()).hasToString(model.summary().toString());
        assertThat(back.predict(data).probabilities(3))
                .isEqualTo(model.predict(data).probabilities(3));
        assertThat(back.predict(data.example(0)).className(0))
                .isEqualTo(model.predict(data.example(0)).className(0));
        assertThat(back.evaluate(data).loss()).isEqualTo(model.evaluate(data).loss());
    }

    @Test
    void trains_on_to_the_same_digits_as_the_model_that_was_saved() {
        Model model = Small.model(adam(cosine(0.01, 60)));
        fit(model);
        Model back = load(saved(model).toString());
        assertThat(fit(back).values("loss")).isEqualTo(fit(model).values("loss"));
    }

    @Test
    void keeps_a_model_that_was_never_trained() {
        Model model = Small.model();
        float[] before = model.predict(data).probabilities(0);
        assertThat(load(saved(model).toString()).predict(data).probabilities(0)).isEqualTo(before);
    }

    @Test
    void leaves_nothing_beside_the_file() throws IOException {
        saved(Small.model());
        saved(Small.model());
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .extracting(f -> f.getFileName().toString())
                    .containsExactly("model.lungo");
        }
    }

    @Test
    void lets_others_read_the_file_as_they_may_read_any_other() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "");
        Path file = saved(Small.model());
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }

    @Test
    void refuses_a_file_that_is_cut_off_or_changed() throws IOException {
        Path file = saved(Small.model());
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> load(file.toString()))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(LungoException.class)
                    .hasMessageStartingWith("load: the model could not be read.\nReceived: ");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> load(file.toString()))
                .hasMessage(
                        "load: the model could not be read.\n"
                                + ("Received: " + file + ": its end is missing\n")
                                + "Expected: a complete file that model.save(...) wrote\n"
                                + "Fix: copy or save it again.");
        byte[] changed = whole.clone();
        changed[whole.length - 700] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> load(file.toString()))
                .hasMessageContaining(": it was changed or damaged after it was saved\n");
    }

    @Test
    void refuses_what_is_no_model() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "hello");
        assertThatThrownBy(() -> load(text.toString()))
                .hasMessage(
                        "load: the model could not be read.\n"
                                + ("Received: " + text + ": it is not a model of Lungo\n")
                                + "Expected: a complete file that model.save(...) wrote\n"
                                + "Fix: give the file that model.save(...) or a checkpoint"
                                + " wrote.");
        Path script = folder.resolve("a.pt");
        Small.model().export(script.toString());
        assertThatThrownBy(() -> load(script.toString()))
                .hasMessageContaining(": it is not a model of Lungo\n");
        assertThatThrownBy(() -> load(folder.resolve("none.lungo").toString()))
                .hasMessageContaining("none.lungo: there is no such file\n");
    }

    @Test
    void refuses_a_newer_file_and_one_with_parts_it_does_not_know() throws IOException {
        Path file = saved(Small.model());
        replace(file, "\"format\": 2", "\"format\": 9");
        assertThatThrownBy(() -> load(file.toString()))
                .hasMessageContaining(": a newer Lungo wrote it (format 9, this one knows 2)\n")
                .hasMessageEndingWith("Fix: update Lungo.");
        Path early = saved(Small.model());
        replace(early, "\"format\": 2", "\"format\": 1");
        assertThatThrownBy(() -> load(early.toString()))
                .hasMessageContaining(": an early Lungo wrote it (format 1, this one knows 2)\n")
                .hasMessageEndingWith("Fix: train it again, or use the Lungo that wrote it.");
        Path other = saved(Small.model());
        replace(other, "\"layer.Flatten\"", "\"layer.Crumple\"");
        assertThatThrownBy(() -> load(other.toString()))
                .hasMessageContaining(
                        ": it has a layer.Crumple, which this version does not know\n");
        Path smaller = saved(Small.model());
        replace(smaller, "\"units\": 3", "\"units\": 2");
        assertThatThrownBy(() -> load(smaller.toString()))
                .hasMessageContaining(": its weights do not fit its layers\n");
    }

    @Test
    void says_where_it_cannot_write_and_leaves_the_model_alone() {
        Model model = Small.model();
        fit(model);
        Path nowhere = folder.resolve("no").resolve("model.lungo");
        assertThatThrownBy(() -> model.save(nowhere.toString()))
                .hasMessage(
                        "save: the file could not be written. What was there is as it was.\n"
                                + ("Received: " + nowhere + ": its folder does not exist\n")
                                + "Expected: a folder that can be written, with room for the"
                                + " file\n"
                                + "Fix: make room there or give another folder; the model in"
                                + " memory is unharmed.");
        assertThat(model.evaluate(data).loss()).isPositive();
    }

    @Test
    void refuses_to_save_code_of_the_users_own() {
        Schedule mine = step -> 0.01 / (1 + step);
        assertThatThrownBy(() -> saved(Small.model(adam(mine))))
                .hasMessageStartingWith("A part of this model is code of your own");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saves_although_the_thread_was_interrupted() {
        Model model = Small.model();
        fit(model);
        Thread.currentThread().interrupt();
        Path file = saved(model);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(load(file.toString()).history().epochs()).hasSize(2);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        try (var zip = FileSystems.newFileSystem(file, Map.of())) {
            Path json = zip.getPath("model.json");
            String text = Files.readString(json, StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            Files.writeString(json, text.replace(from, to));
        }
    }
}
