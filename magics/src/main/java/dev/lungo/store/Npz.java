package dev.lungo.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Arrays by name as {@code numpy.savez} writes them and {@code numpy.load} reads them.
 *
 * <p>A zip of {@code NAME.npy}: the word NUMPY, a version, the length of a head that looks like a
 * Python dictionary, then the numbers. Format: NumPy, numpy.lib.format.
 */
public final class Npz {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final String ENDING = ".npy";
    private static final Pattern HEAD =
            Pattern.compile(
                    "'descr': *'([<>|=])(\\w+)', *'fortran_order': *(True|False),"
                            + " *'shape': *\\(([\\d, ]*)\\)");

    private Npz() {}

    /** Writes arrays of float32 in their order. */
    public static void write(OutputStream out, Map<String, FloatArray> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // Numbers hardly shrink, and the search for repetitions takes seconds.
        zip.setLevel(0);
        for (Map.Entry<String, FloatArray> array : arrays.entrySet()) {
            zip.putNextEntry(new ZipEntry(array.getKey() + ENDING));
            zip.write(head(array.getValue().sizes()));
            Floats.write(zip, array.getValue().values());
            zip.closeEntry();
        }
        zip.finish();
    }

    private static byte[] head(List<Integer> sizes) {
        String shape = sizes.stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int start = MAGIC.length + 4;
        // The numbers begin at a multiple of 64, and the head ends with a new line.
        int length = (start + text.length() + 64) / 64 * 64 - start;
        byte[] padded = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
        Arrays.fill(padded, text.length(), length - 1, (byte) ' ');
        padded[length - 1] = '\n';
        return ByteBuffer.allocate(start + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) length)
                .put(padded)
                .array();
    }

    /**
     * Reads what NumPy or {@link #write} wrote, in the order of the file.
     *
     * @throws IOException if it is not in this format, cut off, or holds other things than numbers
     */
    public static Map<String, FloatArray> read(InputStream file) throws IOException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(file);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (!name.endsWith(ENDING)) {
                throw new IOException("it is not an npz file of NumPy");
            }
            arrays.put(
                    name.substring(0, name.length() - ENDING.length()), array(zip.readAllBytes()));
        }
        if (arrays.isEmpty()) {
            throw new IOException("it is not an npz file of NumPy");
        }
        return arrays;
    }

    private static FloatArray array(byte[] file) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            byte[] magic = new byte[MAGIC.length];
            bytes.get(magic);
            byte version = bytes.get();
            bytes.get();
            int length = version == 1 ? bytes.getShort() & 0xffff : bytes.getInt();
            byte[] head = new byte[Math.max(0, Math.min(length, bytes.remaining()))];
            bytes.get(head);
            Matcher parts = HEAD.matcher(new String(head, StandardCharsets.UTF_8));
            if (!Arrays.equals(magic, MAGIC) || !parts.find()) {
                throw new IOException("it holds more than arrays of numbers");
            }
            ByteOrder order =
                    parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            float[] values = NumberType.named(parts.group(2)).read(bytes.slice().order(order));
            return shaped(values, sizes(parts.group(4)), parts.group(3).equals("True"));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the numbers in it are damaged", e);
        }
    }

    private static List<Integer> sizes(String shape) {
        return Arrays.stream(shape.split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** Fortran has the first axis together: the same values with the axes the other way round. */
    private static FloatArray shaped(float[] values, List<Integer> sizes, boolean fortran)
            throws IOException {
        if (sizes.stream().reduce(1, Math::multiplyExact) != values.length) {
            throw new IOException("the numbers in it are damaged");
        }
        if (!fortran) {
            return new FloatArray(sizes, values);
        }
        List<Integer> back =
                IntStream.range(0, sizes.size()).mapToObj(axis -> sizes.size() - 1 - axis).toList();
        return new FloatArray(back.stream().map(sizes::get).toList(), values).permute(back);
    }
}
