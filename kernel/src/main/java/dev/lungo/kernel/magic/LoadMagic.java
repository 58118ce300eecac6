package dev.lungo.kernel.magic;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code %load}: runs a file of Java, or the code cells of a notebook, in this session. */
final class LoadMagic {
    private static final List<String> ENDINGS =
            List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");

    private LoadMagic() {}

    /** Loads one file; an ending may be left out. */
    static Void load(MagicHost host, List<String> args) throws IOException {
        if (args.size() != 1) {
            throw new MagicException(
                    "%load needs one file, for example %load Utils.jsh. Received: "
                            + (args.isEmpty() ? "nothing" : String.join(" ", args)));
        }
        Path file = find(args.get(0));
        String name = file.getFileName().toString();
        String text = read(file);
        if (!name.endsWith(".ipynb")) {
            host.runSource(text, name);
            return null;
        }
        List<String> cells = cells(file, text);
        for (int i = 0; i < cells.size(); i++) {
            host.runSource(cells.get(i), name + " code cell " + (i + 1));
        }
        return null;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MagicException(
                    "%load reads UTF-8, and " + file + " is not. Save it as UTF-8 first.");
        }
    }

    private static Path find(String name) {
        return ENDINGS.stream()
                .map(ending -> Path.of(name + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    private static MagicException missing(String name) {
        Stream<String> tried = ENDINGS.stream().map(ending -> Path.of(name).getFileName() + ending);
        Path folder = Path.of(name).toAbsolutePath().normalize().getParent();
        return new MagicException(
                "%load found no file "
                        + name
                        + ". Tried "
                        + String.join(", ", tried.toList())
                        + " in "
                        + folder
                        + ".");
    }

    private static List<String> cells(Path file, String text) {
        try {
            return NotebookFile.codeCells(text);
        } catch (JsonParseException | IllegalStateException e) {
            throw new MagicException(
                    file + " ends in .ipynb but is not a Jupyter notebook: " + e.getMessage());
        }
    }
}
