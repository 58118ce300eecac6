package dev.lungo.model;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A model answers about what people have: numbers, arrays, pictures, tables, data sets. */
class PredictTests {
    private final Model line = sequential(input(1), dense(1));
    private final Model rows = sequential(input(2), dense(3));
    private final Model pictures = sequential(input(2, 2, 1), flatten(), dense(2).softmax());

    @Test
    void answers_about_one_number_or_many() {
        float one = line.predict(4.2f).value();
        assertThat(line.predict(4.2).value()).isEqualTo(one);
        assertThat(line.predict(1, 2, 4.2f).value(2)).isEqualTo(one);
        assertThat(line.predict(data(new double[] {4.2})).value()).isEqualTo(one);
        assertThat(line.predict(4.2f)).hasToString(String.valueOf(one));
    }

    @Test
    void answers_about_one_row_without_a_batch_dimension_and_about_many() {
        float[] one = rows.predict(1, 2).values(0);
        assertThat(one).hasSize(3);
        assertThat(rows.predict(new float[][] {{3, 4}, {1, 2}}).values(1)).containsExactly(one);
        assertThat(rows.predict(new double[][] {{1, 2}}).values()).isEqualTo(new float[][] {one});
    }

    @Test
    void answers_about_a_table() {
        Table table = Table.create(DoubleColumn.create("a", 1, 3), IntColumn.create("b", 2, 4));
        assertThat(rows.predict(table).values(0)).containsExactly(rows.predict(1, 2).values(0));
    }

    @Test
    void answers_about_one_picture_however_it_is_given() {
        float[] said = pictures.predict(new byte[] {0, 51, 102, (byte) 255}).values(0);
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        int[] greys = {0, 51, 102, 255};
        for (int i = 0; i < 4; i++) {
            image.setRGB(i % 2, i / 2, new Color(greys[i], greys[i], greys[i]).getRGB());
        }
        BufferedImage larger = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        larger.createGraphics().drawImage(image, 0, 0, 4, 4, null);

        assertThat(pictures.predict(image).values(0)).containsExactly(said);
        assertThat(pictures.predict(larger).values(0)).containsExactly(said);
        assertThat(pictures.predict(0, 51, 102, 255).values(0)).containsExactly(said);
        assertThat(pictures.predict(new float[][] {{0, 51}, {102, 255}}).values(0))
                .containsExactly(said);
        assertThat(pictures.predict(new float[][] {{1, 2, 3, 4}, {0, 51, 102, 255}}).values(1))
                .containsExactly(said);
    }

    @Test
    void refuses_an_example_of_another_size() {
        assertThatThrownBy(() -> rows.predict(1, 2, 3))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        """
                        predict: the example does not have the size of the model's input.
                        Received: 3 numbers
                        Expected: 2, as in input(2)
                        Fix: pass all numbers of one example, or predict(float[][]) for several examples.\
                        """);
        assertThatThrownBy(() -> rows.predict(new float[][] {{1, 2, 3}}))
                .hasMessageStartingWith(
                        "predict: the data does not have the shape of the model's input.\n"
                                + "Received: examples of 3\nExpected: 2, as in input(2)");
        assertThatThrownBy(() -> rows.predict(new BufferedImage(2, 3, 1)))
                .hasMessage(
                        """
                        predict: this model does not take pictures.
                        Received: a picture of 3 x 2
                        Expected: 2
                        Fix: begin the model with input(height, width, channels), 1 channel for grey, 3 for colour, and flatten() below it if rows are wanted.\
                        """);
    }

    @Test
    void asks_for_the_number_of_an_example_where_there_are_several() {
        assertThatThrownBy(() -> line.predict(1, 2).value())
                .hasMessage(
                        """
                        value() returns the answer to one example.
                        Received: predictions for 2 examples
                        Expected: a prediction for one
                        Fix: use value(0), value(1) and so on, or values().\
                        """);
        assertThatThrownBy(() -> rows.predict(1, 2).value())
                .hasMessage(
                        """
                        value() returns the one output of a model.
                        Received: a model with 3 outputs
                        Expected: a model with 1 output
                        Fix: use values(0), which returns all of them.\
                        """);
        line.compile(adam(), mse());
        assertThatThrownBy(() -> line.predict(1).values(1))
                .hasMessageStartingWith("There is no prediction of this number.");
    }
}
