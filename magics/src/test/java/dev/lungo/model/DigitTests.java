package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.load;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.lungo.data.Dataset;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A digit is drawn, and goes through fit, predict, save, load and export. */
class DigitTests {
    private static final List<String> NAMES = List.of("one", "four", "seven");

    /** Corners of the lines of each digit, in tenths of the picture; -1 lifts the pen. */
    private static final int[][] STROKES = {
        {4, 3, 5, 2, 5, 8}, {4, 2, 3, 5, 7, 5, -1, -1, 6, 4, 6, 8}, {3, 2, 7, 2, 4, 8}
    };

    @TempDir private Path folder;

    @Test
    void a_drawn_digit_is_known_before_and_after_saving_and_in_the_exported_file()
            throws Exception {
        Model model =
                sequential(
                        input(28, 28, 1),
                        conv2d(8, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(3).softmax());
        model.compile(adam(0.005), sparseCategoricalCrossentropy(), accuracy());
        model.fit(drawings(300), f -> f.epochs(4).seed(1).quiet());

        BufferedImage seven = drawn(2, 280, 0, 0);
        Predictions said = model.predict(seven);
        assertThat(said.className(0)).isEqualTo("seven");

        String file = folder.resolve("digits.lungo").toString();
        model.save(file);
        assertThat(load(file).predict(seven).className(0)).isEqualTo("seven");
        assertThat(load(file).predict(seven).probabilities(0)).isEqualTo(said.probabilities(0));

        Path script = folder.resolve("digits.pt");
        load(file).export(script.toString());
        byte[] pixels = pixels(drawn(2, 28, 0, 0));
        assertThat(exported(script, pixels))
                .containsExactly(model.predict(pixels).probabilities(0), within(1e-6f));
    }

    private static float[] exported(Path script, byte[] pixels) throws Exception {
        try (ai.djl.Model other = ai.djl.Model.newInstance("digits", "PyTorch");
                NDManager manager = other.getNDManager().newSubManager()) {
            other.load(script);
            ParameterStore store = new ParameterStore(manager, false);
            Shape shape = new Shape(1, 28, 28, 1);
            NDList batch =
                    new NDList(manager.create(ByteBuffer.wrap(pixels), shape, DataType.UINT8));
            return other.getBlock().forward(store, batch, false).get(0).toFloatArray();
        }
    }

    private static Dataset drawings(int count) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] all = new byte[count * 784];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 3;
            int right = random.nextInt(-3, 4);
            int down = random.nextInt(-3, 4);
            System.arraycopy(pixels(drawn(i % 3, 28, right, down)), 0, all, i * 784, 784);
        }
        return Dataset.images(all, dev.lungo.tensor.Shape.of(28, 28, 1), labels, NAMES);
    }

    private static BufferedImage drawn(int digit, int size, int right, int down) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(size / 12f));
        pen.translate(right, down);
        int[] corners = STROKES[digit];
        for (int i = 0; i + 3 < corners.length; i += 2) {
            if (corners[i] >= 0 && corners[i + 2] >= 0) {
                pen.drawLine(
                        corners[i] * size / 10,
                        corners[i + 1] * size / 10,
                        corners[i + 2] * size / 10,
                        corners[i + 3] * size / 10);
            }
        }
        pen.dispose();
        return picture;
    }

    private static byte[] pixels(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
