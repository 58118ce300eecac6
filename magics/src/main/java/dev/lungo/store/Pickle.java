package dev.lungo.store;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what Python's pickle wrote, as far as it is data: numbers, text, lists and dictionaries.
 *
 * <p>A pickle is a small program for a stack, which may call any function of Python. Here nothing
 * is called: what a {@link Known} does not make of a name and its arguments is refused. Format:
 * Python, pickletools, the protocols up to 4 as far as PyTorch writes them.
 */
final class Pickle {
    /** What a file may hold beside plain data. */
    interface Known {
        /** What a function makes of these arguments. */
        Object call(Name function, List<?> arguments) throws IOException;

        /** What is kept outside of the pickle. */
        Object kept(Object id) throws IOException;
    }

    /** A function or class of Python, by its full name. */
    record Name(String text) {}

    private final ByteBuffer bytes;
    private final Known known;
    private final Map<Integer, Object> memo = new HashMap<>();
    private final Deque<List<Object>> outer = new ArrayDeque<>();
    private List<Object> stack = new ArrayList<>();

    private Pickle(byte[] bytes, Known known) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.known = known;
    }

    /**
     * The one value of a pickle; {@code None} is null.
     *
     * @throws IOException if it is damaged, or holds more than data and what is known
     */
    static Object read(byte[] bytes, Known known) throws IOException {
        try {
            return new Pickle(bytes, known).run();
        } catch (BufferUnderflowException
                | ClassCastException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NullPointerException
                | java.util.NoSuchElementException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private Object run() throws IOException {
        while (true) {
            int code = bytes.get() & 0xff;
            switch (code) {
                case 0x80 -> bytes.get(); // the protocol
                case 0x95 -> bytes.getLong(); // a frame
                case '.' -> {
                    return pop();
                }
                case '(' -> {
                    outer.push(stack);
                    stack = new ArrayList<>();
                }
                case '0' -> pop();
                case 'q' -> memo.put(bytes.get() & 0xff, top());
                case 'r' -> memo.put(bytes.getInt(), top());
                case 0x94 -> memo.put(memo.size(), top());
                case 'h' -> stack.add(remembered(bytes.get() & 0xff));
                case 'j' -> stack.add(remembered(bytes.getInt()));
                case 'u' -> putAll(marked());
                case 's' -> putAll(last(2));
                case 'e' -> addAll(marked());
                case 'a' -> addAll(Collections.singletonList(pop()));
                case 'b' -> pop(); // attributes of an object: of no use here
                case 'c' -> stack.add(new Name(line() + "." + line()));
                case 0x93 -> {
                    Object name = pop();
                    stack.add(new Name(pop() + "." + name));
                }
                case 'R', 0x81 -> {
                    List<?> arguments = (List<?>) pop();
                    stack.add(known.call((Name) pop(), arguments));
                }
                case 'Q' -> stack.add(known.kept(pop()));
                default -> {
                    // It may take another stack, so it comes before the stack is looked at.
                    Object value = value(code);
                    stack.add(value);
                }
            }
        }
    }

    private Object value(int code) throws IOException {
        return switch (code) {
            case 'N' -> null;
            case 0x88 -> true;
            case 0x89 -> false;
            case 'K' -> (long) (bytes.get() & 0xff);
            case 'M' -> (long) (bytes.getShort() & 0xffff);
            case 'J' -> (long) bytes.getInt();
            case 0x8a -> whole(bytes.get() & 0xff);
            case 'G' -> Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
            case 'X' -> text(bytes.getInt());
            case 0x8c -> text(bytes.get() & 0xff);
            case '}' -> new LinkedHashMap<>();
            case ']' -> new ArrayList<>();
            case ')' -> List.of();
            case 't' -> marked();
            case 0x85 -> last(1);
            case 0x86 -> last(2);
            case 0x87 -> last(3);
            default -> throw new IOException("it holds more than arrays by name");
        };
    }

    private Object top() {
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        return stack.remove(stack.size() - 1);
    }

    private List<Object> last(int count) {
        List<Object> from = stack.subList(stack.size() - count, stack.size());
        List<Object> values = new ArrayList<>(from);
        from.clear();
        return values;
    }

    /** What was put on the stack since the last mark. */
    private List<Object> marked() {
        List<Object> values = stack;
        stack = outer.pop();
        return values;
    }

    private Object remembered(int place) {
        if (!memo.containsKey(place)) {
            throw new IllegalArgumentException();
        }
        return memo.get(place);
    }

    @SuppressWarnings("unchecked") // dictionaries are made here, of any values
    private void putAll(List<?> pairs) {
        Map<Object, Object> map = (Map<Object, Object>) top();
        for (int i = 0; i < pairs.size(); i += 2) {
            Object key = pairs.get(i);
            // A list may hold itself, and then has no hash code.
            if (!(key instanceof List || key instanceof Map)) {
                map.put(key, pairs.get(i + 1));
            }
        }
    }

    @SuppressWarnings("unchecked") // likewise
    private void addAll(List<?> values) {
        ((List<Object>) top()).addAll(values);
    }

    private long whole(int length) {
        byte[] digits = new byte[length];
        bytes.get(digits);
        // The smallest byte first; BigInteger wants it last.
        for (int i = 0; i < length / 2; i++) {
            byte swapped = digits[i];
            digits[i] = digits[length - 1 - i];
            digits[length - 1 - i] = swapped;
        }
        return length == 0 ? 0 : new BigInteger(digits).longValue();
    }

    private String text(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private String line() {
        int from = bytes.position();
        int end = from;
        while (bytes.get(end) != '\n') {
            end++;
        }
        bytes.position(end + 1);
        return new String(bytes.array(), from, end - from, StandardCharsets.UTF_8);
    }
}
