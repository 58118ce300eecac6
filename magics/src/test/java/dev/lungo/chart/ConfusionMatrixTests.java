package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ConfusionMatrixTests {
    private final int[][] counts = {{4800, 2, 0}, {5, 45, 0}, {0, 0, 0}};
    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(counts, List.of("cat", "dog", "bird"));

    @Test
    void counts_rows_as_truth_and_columns_as_prediction() {
        assertThat(matrix.count(1, 0)).isEqualTo(5);
        assertThat(matrix.total(0)).isEqualTo(4802);
        assertThat(matrix.recall(1)).isEqualTo(0.9);
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.accuracy()).isEqualTo(4845 / 4852.0);
    }

    @Test
    void keeps_its_counts_when_the_array_changes() {
        counts[0][0] = 0;
        assertThat(matrix.count(0, 0)).isEqualTo(4800);
    }

    @Test
    void lists_the_most_frequent_mistakes_first() {
        assertThat(matrix.mostConfused(10))
                .hasToString("[dog -> cat: 5 times, cat -> dog: 2 times]");
        assertThat(matrix.mostConfused(1)).hasToString("[dog -> cat: 5 times]");
        assertThat(new ConfusionMatrix.Confusion("a", "b", 1)).hasToString("a -> b: 1 time");
    }

    @Test
    void prints_itself() {
        assertThat(matrix.toString())
                .isEqualTo(
                        """
                        true \\ predicted    cat  dog  bird   recall
                        cat               4,800    2     0  100.0 %
                        dog                   5   45     0   90.0 %
                        bird                  0    0     0        -
                        accuracy 0.9986
                        most confused (true -> predicted): dog -> cat: 5 times, cat -> dog: 2 times\
                        """);
    }

    @Test
    void draws_counts_names_recall_and_mistakes() {
        assertThat(Pictures.texts(Pictures.svg(matrix)))
                .contains(
                        "accuracy 0.9986",
                        "4,800",
                        "cat",
                        "true",
                        "predicted",
                        "90.0 %",
                        "-",
                        "dog -> cat: 5 times");
    }

    @Test
    void writes_white_on_dark_cells() {
        Document picture = Pictures.svg(matrix);
        assertThat(group(picture, "4,800").getAttribute("fill")).isEqualTo("#ffffff");
        assertThat(group(picture, "2").getAttribute("fill")).isEqualTo(Svg.INK);
    }

    @Test
    void has_room_for_one_class_and_for_26() {
        int[][] many = new int[26][26];
        IntStream.range(0, 676).forEach(i -> many[i / 26][i % 26] = i % 27 == 0 ? 4999 : i % 60);
        List<String> names = IntStream.range(0, 26).mapToObj(i -> "letter " + i).toList();
        Document picture = Pictures.svg(ConfusionMatrix.of(many, names), 70_000);
        assertThat(Pictures.texts(picture)).contains("4,999", "letter 25");
        assertThat(
                        Pictures.texts(
                                Pictures.svg(ConfusionMatrix.of(new int[][] {{7}}, List.of("x")))))
                .contains("7", "100.0 %")
                .noneMatch(text -> text.contains("most confused"));
    }

    @Test
    void cuts_long_names_in_the_picture_and_escapes_them() {
        String name = "<a & \"rather\" long class name that goes on and on>";
        ConfusionMatrix long1 =
                ConfusionMatrix.of(new int[][] {{1, 1}, {0, 1}}, List.of(name, "b"));
        assertThat(Pictures.texts(Pictures.svg(long1)))
                .anyMatch(text -> text.startsWith("<a & \"rather\"") && text.endsWith("…"));
        assertThat(long1.toString()).contains(name);
    }

    @Test
    void rejects_counts_that_do_not_fit_the_names() {
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[2][3], List.of("a", "b")))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        A confusion matrix needs a row, a column and a name for each class.
                        Received: 2 rows of [3] columns, 2 names [a, b]
                        Expected: as many rows and columns as names
                        Fix: count with counts[truth][predicted]++ in an int[classes][classes].\
                        """);
    }

    @Test
    void rejects_a_list_of_no_mistakes() {
        assertThatThrownBy(() -> matrix.mostConfused(0))
                .isInstanceOf(LungoException.class)
                .hasMessageContaining("Received: 0");
    }

    private static Element group(Document picture, String text) {
        return Pictures.elements(picture, "text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .map(element -> (Element) element.getParentNode())
                .findFirst()
                .orElseThrow();
    }
}
