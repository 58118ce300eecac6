package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import dev.lungo.kernel.magic.CellPart;
import dev.lungo.kernel.magic.MagicRegistry;
import java.util.ArrayList;
import java.util.List;

/** Runs the magics between the Java of a cell. */
final class MagicPart {
    private MagicPart() {}

    /** Runs one; a cell magic's value is shown, a line magic's only if it is that of Java. */
    static Outcome run(MagicRegistry magics, CellText cell, CellPart part) {
        RunningCell running = RunningCell.ofThread();
        boolean before = running.inUserCode(true);
        try {
            if (part instanceof CellPart.CellMagic magic) {
                Object value = magics.applyCellMagic(magic.name(), magic.args(), magic.body());
                return running.stopped() ? Interruption.plain() : new Outcome.Done(value);
            }
            CellPart.LineMagic magic = (CellPart.LineMagic) part;
            Object value = magics.applyLineMagic(magic.name(), magic.args());
            boolean shown = CellParser.takesJava(magic.name());
            return running.stopped()
                    ? Interruption.plain()
                    : new Outcome.Done(shown ? value : null);
        } catch (NestedFailure e) {
            return e.failed();
        } catch (Exception | LinkageError e) {
            return running.stopped() ? Interruption.plain() : failed(cell, part, e);
        } finally {
            running.inUserCode(before);
        }
    }

    private static Outcome failed(CellText cell, CellPart part, Throwable thrown) {
        String name = ThrownErrors.name(thrown);
        String message = ThrownMessage.of(thrown);
        List<String> trace = new ArrayList<>((Ansi.bold(name) + ": " + message).lines().toList());
        trace.add("  at " + cell.place(part.line()) + "  " + cell.line(part.line()).strip());
        return new Outcome.Failed(name, message, trace);
    }
}
