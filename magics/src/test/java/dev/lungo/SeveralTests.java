package dev.lungo;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Dataset;
import dev.lungo.model.Pictures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What README.md shows of several inputs and outputs, run. */
class SeveralTests {
    @Test
    void trains() {
        Dataset photos = Pictures.of(300);
        int[] kinds = photos.labels();
        int[][] titles = new int[300][4];
        float[] prices = new float[300];
        for (int i = 0; i < 300; i++) {
            for (int word = 0; word < 4; word++) {
                titles[i][word] = (7 * i + 5 * word * i) % 9;
                prices[i] += titles[i][word];
            }
        }

        var photo = input(8, 8, 1);
        var title = input(4);
        var seen = dense(16).relu().of(flatten().of(photo));
        var read = globalAvgPool().of(embedding(9, 8).of(title));
        var both = concatenate(seen, read);
        var price = dense(1).named("price").of(both);
        var kind = dense(3).softmax().named("kind").of(both);

        var model = model(List.of(photo, title), List.of(price, kind));
        model.compile(
                adam(0.01),
                losses(mse(), sparseCategoricalCrossentropy()).weights(0.1, 1),
                mae().on("price"),
                accuracy().on("kind"));
        model.fit(data(List.of(photos, titles), List.of(prices, kinds)), f -> f.epochs(20));
        int label = model.predict(data(List.of(photos, titles))).output("kind").label(0);

        assertThat(label).isEqualTo(kinds[0]);
        assertThat(model.history().values("kind_accuracy").get(19)).isGreaterThan(0.9);
    }

    @Test
    void is_what_the_readme_shows() throws IOException {
        Readme.assertShows("Several inputs and outputs", SeveralTests.class);
    }
}
