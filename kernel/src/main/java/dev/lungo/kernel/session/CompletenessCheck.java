package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import jdk.jshell.SourceCodeAnalysis;

/** Says whether a source is finished, and how far to indent the next line if not. */
final class CompletenessCheck {
    private static final String STEP = "    ";

    private CompletenessCheck() {}

    static Completeness of(SourceCodeAnalysis analysis, String source) {
        String java = CellParser.withoutMagics(source);
        Pieces pieces = Pieces.of(analysis, CellText.of("", source), java, 1);
        if (pieces.rest() >= 0) {
            return new Completeness(Completeness.Status.INCOMPLETE, indent(source));
        }
        return new Completeness(
                pieces.valid() ? Completeness.Status.COMPLETE : Completeness.Status.INVALID, "");
    }

    private static String indent(String source) {
        String text = source.stripTrailing();
        String line = text.substring(text.lastIndexOf('\n') + 1);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        return line.endsWith("{") || line.endsWith("(") ? indent + STEP : indent;
    }
}
