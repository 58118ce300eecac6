package dev.lungo.model;

import dev.lungo.data.Dataset;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Random;

/**
 * Small pictures that are easy to tell apart: a bright left half, right half or middle, with noise.
 */
public final class Pictures {
    private Pictures() {}

    /** {@code count} pictures of 8 x 8 x 1 in three classes. */
    public static Dataset of(int count) {
        Random random = new Random(count);
        byte[] pixels = new byte[count * 64];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(3);
            for (int at = 0; at < 64; at++) {
                int column = at % 8;
                boolean bright =
                        labels[i] == 2
                                ? column / 2 == 1 || column / 2 == 2
                                : column / 4 == labels[i];
                pixels[i * 64 + at] = (byte) (random.nextInt(120) + (bright ? 100 : 0));
            }
        }
        return Dataset.images(
                pixels, Shape.of(8, 8, 1), labels, List.of("left", "right", "middle"));
    }
}
