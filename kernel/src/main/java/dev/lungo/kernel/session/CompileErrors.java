package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.SourceCodeAnalysis;

/** Tells the user what the compiler did not like, and where in the cell. */
final class CompileErrors {
    static final String NAME = "CompileError";

    private static final Pattern UNKNOWN =
            Pattern.compile(
                    "symbol: +(?:variable|method|class) (\\w+)|package (\\w+) does not exist");

    private static final Pattern PACKAGE = Pattern.compile("package\\s+\\w");

    private static final Pattern METHOD = Pattern.compile("symbol: +method ");

    private final SourceCodeAnalysis analysis;
    private final MissingImports imports;

    CompileErrors(SourceCodeAnalysis analysis, MissingImports imports) {
        this.analysis = analysis;
        this.imports = imports;
    }

    /** The failure of a piece that was rejected. */
    Outcome.Failed rejected(Piece piece, List<Diag> diagnostics) {
        if (PACKAGE.matcher(piece.source()).lookingAt()) {
            return here(
                    piece,
                    "Cells have no package. Leave this line out: what a cell declares, every cell"
                            + " knows.");
        }
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        List<String> trace = new ArrayList<>();
        String message = "";
        for (Diag error : errors) {
            String reason = reason(error) + hint(piece, error);
            message = message.isEmpty() ? reason : message;
            trace.addAll(where(piece, error));
            trace.addAll(reason.lines().toList());
        }
        return new Outcome.Failed(NAME, message, trace);
    }

    /** The failure of a cell that ends in the middle of a snippet. */
    static Outcome.Failed incomplete(CellText cell, int line) {
        String message =
                "The cell ends before this is complete. Is a closing bracket, a quote or a"
                        + " semicolon missing?";
        return new Outcome.Failed(
                NAME, message, List.of(heading(cell, line), "  " + cell.line(line), message));
    }

    /** The failure of a cell for which the compiler has not enough stack. */
    static Outcome.Failed tooDeep(CellText cell, int line) {
        String message =
                "This is nested too deeply, or has too many terms, for the compiler. Take it apart"
                        + " into several statements.";
        return new Outcome.Failed(NAME, message, List.of(heading(cell, line), message));
    }

    /** The failure of a variable whose type is not known yet. */
    static Outcome.Failed undefined(Piece piece, String name, List<String> missing) {
        return here(
                piece,
                name + " cannot be made: there is no " + String.join(", no ", missing) + ".");
    }

    /** The failure of a type that would be a supertype of itself, in javac's words. */
    static Outcome.Failed cyclic(Piece piece, String name) {
        return here(piece, "cyclic inheritance involving " + name);
    }

    private static Outcome.Failed here(Piece piece, String message) {
        int line = piece.line();
        return new Outcome.Failed(
                NAME,
                message,
                List.of(heading(piece.cell(), line), "  " + piece.cell().line(line), message));
    }

    private static String heading(CellText cell, int line) {
        return Ansi.bold(NAME) + ": " + cell.place(line);
    }

    private static List<String> where(Piece piece, Diag error) {
        int length = piece.source().length();
        int start = Math.min(Math.max(0, (int) error.getStartPosition()), length);
        int end = Math.min(Math.max(start, (int) error.getEndPosition()), length);
        int first = piece.lineAt(start);
        int line = piece.cellLine(first);
        String written = piece.cell().line(line);
        List<String> lines = new ArrayList<>(List.of(heading(piece.cell(), line), "  " + written));
        String compiled = piece.source().lines().skip(first - 1L).findFirst().orElse("");
        // A line with a magic in it is not what the compiler saw, so columns would be wrong.
        if (written.startsWith(compiled.replaceFirst(";$", ""))) {
            int column = start - (piece.source().lastIndexOf('\n', start - 1) + 1);
            int width = Math.min(end - start, Math.max(1, written.length() - column));
            String indent = written.substring(0, Math.min(column, written.length()));
            lines.add("  " + indent.replaceAll("[^\t]", " ") + "^".repeat(Math.max(1, width)));
        }
        return lines;
    }

    private static String reason(Diag error) {
        return error.getMessage(null)
                .lines()
                .filter(line -> !line.strip().matches("location: +class *"))
                .collect(Collectors.joining("\n"));
    }

    /** The import that makes an unknown name known, or the name that was meant; else empty. */
    String hint(Piece piece, Diag error) {
        Matcher unknown = UNKNOWN.matcher(error.getMessage(null));
        if (!unknown.find()) {
            return "";
        }
        String name = unknown.group(1) != null ? unknown.group(1) : unknown.group(2);
        if (imports.needsNone(name)) {
            return "";
        }
        List<String> classes = isMember(piece, error) ? List.of() : imports.of(name);
        if (!classes.isEmpty()) {
            return classes.stream()
                    .map(found -> "import " + found + ";")
                    .collect(Collectors.joining(" or ", "\nmissing: ", ""));
        }
        int at =
                piece.source()
                        .indexOf(
                                name,
                                (int)
                                        (unknown.group(1) != null
                                                ? error.getPosition()
                                                : error.getStartPosition()));
        if (at < 0) {
            return "";
        }
        Optional<String> near = NearNames.nearest(name, namesAt(piece.source().substring(0, at)));
        return near.map(found -> "\ndid you mean " + found + "?").orElse("");
    }

    /** Whether the unknown name belongs to something known, such as {@code Math.X}. */
    private static boolean isMember(Piece piece, Diag error) {
        int end = (int) Math.min(error.getEndPosition(), piece.source().length());
        int start = (int) Math.min(error.getStartPosition(), end);
        return METHOD.matcher(error.getMessage(null)).find()
                || piece.source().substring(Math.max(0, start), end).contains(".");
    }

    private Set<String> namesAt(String before) {
        return analysis.completionSuggestions(before, before.length(), new int[1]).stream()
                .map(suggestion -> suggestion.continuation().replaceAll("\\W.*", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
