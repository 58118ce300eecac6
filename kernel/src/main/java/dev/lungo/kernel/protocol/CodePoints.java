package dev.lungo.kernel.protocol;

/** Positions in a source: Jupyter counts characters as people do, Java counts UTF-16 units. */
final class CodePoints {
    private CodePoints() {}

    /** The UTF-16 index of a position; beyond the ends it is the end. */
    static int toIndex(String source, int position) {
        int length = source.codePointCount(0, source.length());
        return source.offsetByCodePoints(0, Math.max(0, Math.min(position, length)));
    }

    /** The position of a UTF-16 index. */
    static int fromIndex(String source, int index) {
        return source.codePointCount(0, index);
    }
}
