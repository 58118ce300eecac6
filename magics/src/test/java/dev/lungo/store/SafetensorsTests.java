package dev.lungo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsTests {
    private static byte[] written(Map<String, float[]> arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, FloatArray> shaped = new LinkedHashMap<>();
        arrays.forEach(
                (name, flat) -> shaped.put(name, new FloatArray(List.of(flat.length), flat)));
        shaped.computeIfPresent("a", (name, flat) -> flat.reshape(List.of(1, 2)));
        Safetensors.write(out, shaped);
        return out.toByteArray();
    }

    @Test
    void gives_back_every_bit() throws IOException {
        float[] large = new float[100_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = Float.intBitsToFloat(i * 31_337);
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        arrays.put("a", new float[] {1.5f, Float.NEGATIVE_INFINITY});
        arrays.put("b/ä.kernel", large);
        arrays.put("none", new float[0]);
        Map<String, FloatArray> back = Safetensors.read(written(arrays));
        assertThat(back.keySet()).isEqualTo(arrays.keySet());
        back.forEach(
                (name, array) ->
                        assertThat(Arrays.equals(array.values(), arrays.get(name)))
                                .as(name)
                                .isTrue());
    }

    @Test
    void is_laid_out_as_the_format_says() throws IOException {
        byte[] file = written(Map.of("a", new float[] {1, 2}));
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        String head = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        assertThat(buffer.getLong()).isEqualTo(head.length());
        assertThat(new String(file, 8, head.length(), StandardCharsets.UTF_8)).isEqualTo(head);
        assertThat(buffer.getFloat(8 + head.length() + 4)).isEqualTo(2);
    }

    @Test
    void says_when_it_is_cut_off_or_something_else() throws IOException {
        byte[] file = written(Map.of("a", new float[] {1, 2}));
        for (int length = 0; length < file.length; length++) {
            byte[] part = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> Safetensors.read(part))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the numbers in it are damaged");
        }
        byte[] other = "This is a text and no numbers at all.".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Safetensors.read(other)).isInstanceOf(IOException.class);
    }
}
