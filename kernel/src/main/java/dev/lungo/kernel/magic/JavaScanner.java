package dev.lungo.kernel.magic;

/**
 * Walks over Java source and knows what is code.
 *
 * <p>Just enough of a lexer to keep a {@code %} in a string, a text block or a comment from being
 * taken for a magic.
 */
public final class JavaScanner {
    private final String source;
    private int position;
    private int braces;
    private int parentheses;
    private char previous;

    /** Begins at the first character. */
    public JavaScanner(String source) {
        this.source = source;
    }

    /** The index of what {@link #advance} reads next. */
    public int position() {
        return position;
    }

    /** Whether all was read. */
    public boolean done() {
        return position >= source.length();
    }

    /** Whether the position is inside a block, an argument list or an index. */
    public boolean nested() {
        return braces > 0 || parentheses > 0;
    }

    boolean inParentheses() {
        return parentheses > 0;
    }

    /** The last character of code before the position, white space left out. */
    char previous() {
        return previous;
    }

    /** Moves on without reading what lies between as code. */
    void jump(int to) {
        position = to;
        previous = ';';
    }

    /** Moves over one character of code, or one whole string or comment. */
    public void advance() {
        char c = source.charAt(position);
        if (source.startsWith("//", position)) {
            position = endOfLine();
        } else if (source.startsWith("/*", position)) {
            position = after("*/", position + 2, false);
        } else if (source.startsWith("\"\"\"", position)) {
            position = after("\"\"\"", position + 3, true);
            previous = '"';
        } else if (c == '"' || c == '\'') {
            position = Math.min(after(String.valueOf(c), position + 1, true), endOfLine());
            previous = c;
        } else {
            count(c);
            position++;
        }
    }

    int endOfLine() {
        int end = source.indexOf('\n', position);
        return end < 0 ? source.length() : end;
    }

    private void count(char c) {
        switch (c) {
            case '{' -> braces++;
            case '}' -> braces = Math.max(0, braces - 1);
            case '(', '[' -> parentheses++;
            case ')', ']' -> parentheses = Math.max(0, parentheses - 1);
            default -> {}
        }
        if (!Character.isWhitespace(c)) {
            previous = c;
        }
    }

    private int after(String end, int from, boolean escapes) {
        for (int i = from; i < source.length(); i++) {
            if (escapes && source.charAt(i) == '\\') {
                i++;
            } else if (source.startsWith(end, i)) {
                return i + end.length();
            }
        }
        return source.length();
    }
}
