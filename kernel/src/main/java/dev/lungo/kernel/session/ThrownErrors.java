package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the user what their code threw, with the lines of their own code only. */
final class ThrownErrors {
    private static final int MAX_FRAMES = 8;
    private static final int MAX_CAUSES = 10;
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
    private static final Pattern OURS =
            Pattern.compile("(?:dev\\.lungo\\.kernel|io\\.github\\.spencerpark)\\.");
    private static final String BODY = "do_it$";

    /** Which piece of which cell each snippet was, by JShell's id. */
    private final Map<String, Piece> pieces = new ConcurrentHashMap<>();

    /** Remembers where a snippet came from. */
    void place(String snippetId, Piece piece) {
        pieces.put(snippetId, piece);
    }

    /** Where a snippet came from. */
    Optional<Piece> pieceOf(String snippetId) {
        return Optional.ofNullable(pieces.get(snippetId));
    }

    /**
     * The failure for an exception.
     *
     * @param thrown what the code threw
     * @param translated the same as JShell sees it, whose frames name snippets
     */
    Outcome.Failed thrown(Throwable thrown, Throwable translated) {
        return new Outcome.Failed(
                name(thrown), ThrownMessage.of(thrown), trace(thrown, translated));
    }

    /** The lines for an exception and its causes. */
    List<String> trace(Throwable thrown, Throwable translated) {
        List<String> lines = new ArrayList<>();
        List<String> above = List.of();
        Throwable frames = translated;
        Throwable error = thrown;
        for (int i = 0; error != null && i < MAX_CAUSES; i++) {
            lines.addAll(heading(i == 0 ? "" : "caused by ", error).lines().toList());
            if (frames != null) {
                List<String> where = frames(frames.getStackTrace());
                // A cause mostly comes from the same lines of the cell.
                lines.addAll(where.equals(above) ? List.of() : where);
                above = where;
                frames = frames.getCause();
            }
            error = error.getCause();
        }
        return lines;
    }

    static String name(Throwable thrown) {
        Class<?> type = thrown.getClass();
        return type.isAnonymousClass()
                ? type.getSuperclass().getSimpleName()
                : type.getSimpleName();
    }

    private static String heading(String prefix, Throwable thrown) {
        String message = ThrownMessage.of(thrown);
        return prefix + Ansi.bold(name(thrown)) + (message.isEmpty() ? "" : ": " + message);
    }

    private List<String> frames(StackTraceElement[] stack) {
        List<String> lines = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        StackTraceElement library = null;
        String method = "";
        for (StackTraceElement frame : stack) {
            String file = frame.getFileName() == null ? "" : frame.getFileName();
            Piece piece = file.startsWith("#") ? pieces.get(file.substring(1)) : null;
            if (piece == null) {
                boolean ours = OURS.matcher(frame.getClassName()).lookingAt();
                library = lines.isEmpty() && !ours ? frame : library;
                continue;
            }
            String line = "  at " + method(frame) + place(piece, frame.getLineNumber());
            int last = lines.size() - 1;
            if (last >= 0 && lines.get(last).equals(line)) {
                // A lambda on the line that calls it is the same place, but no repetition.
                boolean again = frame.getMethodName().equals(method);
                times.set(last, times.get(last) + (again ? 1 : 0));
            } else {
                lines.add(line);
                times.add(1);
            }
            method = frame.getMethodName();
        }
        return shortened(lines, times, library);
    }

    private static List<String> shortened(
            List<String> lines, List<Integer> times, StackTraceElement library) {
        List<String> shown = new ArrayList<>();
        if (library != null) {
            shown.add(
                    Ansi.dim(
                            "  (in "
                                    + library.getClassName()
                                    + "."
                                    + library.getMethodName()
                                    + ")"));
        }
        for (int i = 0; i < Math.min(lines.size(), MAX_FRAMES); i++) {
            shown.add(lines.get(i) + (times.get(i) > 1 ? "  (" + times.get(i) + " times)" : ""));
        }
        if (lines.size() > MAX_FRAMES) {
            shown.add(Ansi.dim("  ... " + (lines.size() - MAX_FRAMES) + " more"));
        }
        return shown;
    }

    private static String place(Piece piece, int lineOfPiece) {
        int line = piece.cellLine(lineOfPiece);
        return piece.cell().place(line) + "  " + piece.cell().line(line).strip();
    }

    private static String method(StackTraceElement frame) {
        String method = frame.getMethodName();
        Matcher lambda = LAMBDA.matcher(method);
        if (lambda.matches()) {
            method = lambda.group(1);
        }
        if (method.isEmpty() || method.startsWith(BODY) || method.equals("static")) {
            return "";
        }
        String owner = frame.getClassName();
        if (method.equals("<init>")) {
            return "new " + owner + ", ";
        }
        return (owner.isEmpty() ? "" : owner + ".") + method + ", ";
    }
}
