package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.callback.Epoch;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A file with a line for each epoch, as Keras' CSVLogger writes it: {@code epoch} from 0, then the
 * figures by name, those of training before those of validation; {@code NA} where there was none.
 *
 * @param file where it is
 * @param figures the columns after {@code epoch}
 */
record EpochCsv(Path file, List<String> figures) implements AfterEpoch {
    /** For a training that measures these figures; the columns of a file that is there must fit. */
    static EpochCsv begin(Path file, Collection<String> names) {
        EpochCsv csv = new EpochCsv(file, columns(names));
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                csv.append(csv.head());
                return csv;
            }
            String found;
            try (var lines = Files.lines(file)) {
                found = lines.findFirst().orElse("");
            }
            if (!found.equals(csv.head())) {
                throw LungoException.badInput(
                        "fit cannot add lines to this csv file: it has other columns.",
                        file + " with the columns " + found,
                        csv.head(),
                        "give csv(...) another name, or remove the file.");
            }
            return csv;
        } catch (IOException e) {
            throw FileTrouble.writing("fit, csv", file, e);
        }
    }

    /** Writes finished epochs to a new file, in place of what was there. */
    static void write(Path file, List<Epoch> epochs, List<String> names) {
        EpochCsv csv = new EpochCsv(file, columns(names));
        try {
            dev.lungo.store.WholeFile.write(
                    file,
                    out -> {
                        out.write((csv.head() + "\n").getBytes(StandardCharsets.UTF_8));
                        for (Epoch epoch : epochs) {
                            out.write((csv.line(epoch) + "\n").getBytes(StandardCharsets.UTF_8));
                        }
                    });
        } catch (IOException e) {
            throw FileTrouble.writing("history.csv", file, e);
        }
    }

    /** Keras sorts the names, and has columns for validation even when there is none. */
    private static List<String> columns(Collection<String> names) {
        TreeSet<String> sorted = new TreeSet<>(names);
        if (sorted.stream().noneMatch(name -> name.startsWith("val_"))) {
            names.forEach(name -> sorted.add("val_" + name));
        }
        return List.copyOf(sorted);
    }

    @Override
    public Optional<String> after(Epoch epoch) {
        try {
            append(line(epoch));
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.writing("fit, csv", file, e);
        }
    }

    private String head() {
        return "epoch," + String.join(",", figures);
    }

    private String line(Epoch epoch) {
        StringBuilder line = new StringBuilder().append(epoch.number() - 1);
        for (String name : figures) {
            Double value = epoch.values().get(name);
            line.append(',').append(value == null ? "NA" : value);
        }
        return line.toString();
    }

    private void append(String line) throws IOException {
        // Not a channel: an interrupt would close it in the middle of the line.
        try (OutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
