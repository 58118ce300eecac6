package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cells that run in a Java kernel of their own, driven by Jupyter's client for Python. */
final class JavaCells {
    private static final Gson GSON = new Gson();

    /** A cell; it is interrupted as soon as it shows {@code interruptAt}, if that is not null. */
    private record Cell(String code, @SerializedName("interrupt_at") String interruptAt) {}

    /** What a cell did: each state of what it showed, as text, is in {@code shown}. */
    record Done(
            String status,
            String printed,
            List<String> shown,
            String result,
            String error,
            @SerializedName("seconds_to_stop") double secondsToStop) {
        /** The last state of what was shown. */
        String lastShown() {
            return shown.get(shown.size() - 1);
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private final Path folder;
    private final ProcessBuilder builder;
    private Process process;

    /** The folder is where the kernel works, and keeps the files of this run. */
    JavaCells(Path folder) {
        this.folder = folder;
        this.builder =
                Checkout.lungo(
                        "python", Path.of("src/test/python/cells.py").toAbsolutePath().toString());
    }

    /** The environment of the kernel. */
    Map<String, String> environment() {
        return builder.environment();
    }

    JavaCells cell(String code) {
        cells.add(new Cell(code, null));
        return this;
    }

    JavaCells interruptedCell(String code, String at) {
        cells.add(new Cell(code, at));
        return this;
    }

    /** Starts the kernel and the cells. */
    JavaCells start() throws IOException {
        Files.writeString(folder.resolve("in.json"), GSON.toJson(cells));
        process =
                builder.directory(folder.toFile())
                        .redirectInput(folder.resolve("in.json").toFile())
                        .redirectOutput(folder.resolve("out.json").toFile())
                        .redirectError(folder.resolve("err.txt").toFile())
                        .start();
        return this;
    }

    /** Waits for all the cells. */
    List<Done> done() throws IOException, InterruptedException {
        assertThat(Checkout.end(process))
                .as(Files.readString(folder.resolve("err.txt"), StandardCharsets.ISO_8859_1))
                .isZero();
        return List.of(GSON.fromJson(Files.readString(folder.resolve("out.json")), Done[].class));
    }
}
