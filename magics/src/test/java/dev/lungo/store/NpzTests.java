package dev.lungo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class NpzTests {
    private static Map<String, FloatArray> read(byte[] file) throws IOException {
        return Npz.read(new ByteArrayInputStream(file));
    }

    /** A file as NumPy writes it, with one array. */
    private static byte[] numpy(String head, byte[] numbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("a.npy"));
        byte[] text = head.getBytes(StandardCharsets.US_ASCII);
        zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
        zip.write(text);
        zip.write(numbers);
        zip.finish();
        return out.toByteArray();
    }

    private static String head(String type, boolean fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
                .formatted(type, fortran ? "True" : "False", shape);
    }

    @Test
    void gives_back_names_shapes_and_every_bit_in_order() throws IOException {
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        arrays.put("dense/kernel", new FloatArray(List.of(2, 2), new float[] {1, -2, 3e-39f, 4}));
        arrays.put("a", new FloatArray(List.of(), new float[] {Float.NEGATIVE_INFINITY}));
        arrays.put("none", new FloatArray(List.of(0, 3), new float[0]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npz.write(out, arrays);
        assertThat(read(out.toByteArray()).entrySet()).containsExactlyElementsOf(arrays.entrySet());
    }

    @Test
    void reads_other_kinds_of_numbers() throws IOException {
        ByteBuffer doubles = ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2);
        assertThat(read(numpy(head(">f8", false, "2,"), doubles.array())).get("a"))
                .isEqualTo(new FloatArray(List.of(2), new float[] {1.5f, -2}));
        ByteBuffer halves = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        halves.putShort((short) 0x3e00).putShort((short) 0xc000).putShort((short) 1);
        halves.putShort((short) 0x7c00);
        assertThat(read(numpy(head("<f2", false, "4,"), halves.array())).get("a").values())
                .containsExactly(1.5f, -2, 0x1p-24f, Float.POSITIVE_INFINITY);
        ByteBuffer longs = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(-7);
        assertThat(read(numpy(head("<i8", false, ""), longs.array())).get("a").values())
                .containsExactly(-7);
        assertThat(read(numpy(head("|u1", false, "1,"), new byte[] {-1})).get("a").values())
                .containsExactly(255);
    }

    @Test
    void turns_the_order_of_fortran_round() throws IOException {
        byte[] bytes = {1, 4, 2, 5, 3, 6};
        assertThat(read(numpy(head("|i1", true, "2, 3"), bytes)).get("a"))
                .isEqualTo(new FloatArray(List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void says_what_it_cannot_read() throws IOException {
        assertThatThrownBy(() -> read(numpy(head("|O", false, "1,"), new byte[8])))
                .hasMessage("it has numbers of kind O");
        assertThatThrownBy(() -> read(numpy(head("<f4", false, "3,"), new byte[8])))
                .hasMessage("the numbers in it are damaged");
        assertThatThrownBy(() -> read("no zip at all".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("it is not an npz file of NumPy");
        byte[] whole = numpy(head("<f4", false, "2,"), new byte[8]);
        for (int length = 0; length < 80; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void permutes_axes() {
        FloatArray array = new FloatArray(List.of(2, 1, 3), new float[] {1, 2, 3, 4, 5, 6});
        assertThat(array.permute(List.of(2, 0, 1)))
                .isEqualTo(new FloatArray(List.of(3, 2, 1), new float[] {1, 4, 2, 5, 3, 6}));
    }
}
