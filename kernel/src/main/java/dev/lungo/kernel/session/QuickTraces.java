package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.SPIResolutionException;

/** Finds the pieces and lines that the frames of an exception belong to. */
final class QuickTraces {
    private static final Pattern OURS = Pattern.compile("REPL\\.(Cell\\$\\d+)\\$?(.*)");
    private static final String SHELLS = QuickFiles.PACKAGE + ".$JShell$";
    private static final int MOST_CAUSES = 10;

    private final CellControl control;
    private JShell shell;
    private final Map<String, QuickUnit> units = new ConcurrentHashMap<>();

    QuickTraces(CellControl control) {
        this.control = control;
    }

    /** Asks JShell about its own classes, which there are none of before this. */
    void follow(JShell started) {
        shell = started;
    }

    /** Remembers where the methods of a unit came from. */
    void place(QuickUnit unit, List<QuickStep> steps, ThrownErrors errors) {
        units.put(unit.name(), unit);
        for (int i = 0; i < steps.size(); i++) {
            errors.place(unit.name() + "." + i, steps.get(i).piece());
        }
    }

    /** The exception and its causes as JShell would show them. */
    Throwable translated(Throwable thrown) {
        if (thrown instanceof SPIResolutionException) {
            Optional<JShellException> missing = ask(thrown);
            if (missing.isPresent()) {
                return missing.get();
            }
        }
        Set<StackTraceElement> raw = new LinkedHashSet<>();
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown;
                each != null && chain.size() < MOST_CAUSES;
                each = each.getCause()) {
            chain.add(each);
            for (StackTraceElement frame : each.getStackTrace()) {
                if (frame.getClassName().startsWith(SHELLS)) {
                    raw.add(frame);
                }
            }
        }
        Map<StackTraceElement, StackTraceElement> places = placesOf(raw);
        Throwable translated = null;
        for (int i = chain.size() - 1; i >= 0; i--) {
            Throwable copy = new Exception(null, translated);
            copy.setStackTrace(translated(chain.get(i).getStackTrace(), places));
            translated = copy;
        }
        return translated;
    }

    private StackTraceElement[] translated(
            StackTraceElement[] frames, Map<StackTraceElement, StackTraceElement> places) {
        StackTraceElement[] translated = new StackTraceElement[frames.length];
        for (int i = 0; i < frames.length; i++) {
            translated[i] = places.getOrDefault(frames[i], ours(frames[i]));
        }
        return translated;
    }

    private StackTraceElement ours(StackTraceElement frame) {
        Matcher ours = OURS.matcher(frame.getClassName());
        QuickUnit unit = ours.matches() ? units.get(ours.group(1)) : null;
        if (unit == null) {
            return frame;
        }
        int line = frame.getLineNumber();
        String method = frame.getMethodName().replaceFirst("do_it\\$\\d+", "do_it\\$");
        String file = "#" + unit.name() + "." + unit.pieceOnLine(line);
        return new StackTraceElement(ours.group(2), method, file, unit.lineOfPiece(line));
    }

    /** Only JShell knows which lines of its classes were which lines of a snippet. */
    private Map<StackTraceElement, StackTraceElement> placesOf(Set<StackTraceElement> raw) {
        Map<StackTraceElement, StackTraceElement> places = new LinkedHashMap<>();
        if (!raw.isEmpty()) {
            Exception carrier = new Exception();
            carrier.setStackTrace(raw.toArray(StackTraceElement[]::new));
            Iterator<StackTraceElement> from = raw.iterator();
            for (StackTraceElement place : ask(carrier).orElseThrow().getStackTrace()) {
                places.put(from.next(), place);
            }
        }
        return places;
    }

    private Optional<JShellException> ask(Throwable thrown) {
        control.throwNext(thrown);
        List<SnippetEvent> events = shell.eval("{}");
        Optional<JShellException> exception =
                events.stream()
                        .map(SnippetEvent::exception)
                        .filter(each -> each != null)
                        .findFirst();
        events.forEach(event -> shell.drop(event.snippet()));
        return exception;
    }
}
