package dev.lungo;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Dataset;
import dev.lungo.model.Pictures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What README.md shows of layers, losses and steps of one's own, run. */
class OwnCodeTests {
    @Test
    void trains() {
        Dataset data = Pictures.of(300);
        var model =
                sequential(
                        input(8, 8, 1),
                        flatten(),
                        dense(32),
                        layer("swish", x -> x.mul(x.sigmoid())),
                        layerWithWeights("shift", (x, own) -> x.add(own.weight("by", 32))),
                        dense(3).softmax());
        model.compile(adam(0.01), loss("miss", (p, y) -> p.pick(y).log().neg()), accuracy());
        model.fit(data, f -> f.epochs(5));

        for (var batch : data.batches(64).shuffle(7)) {
            var said = model.apply(batch.x());
            var miss = said.pick(batch.y()).log().neg().mean();
            model.step(miss);
        }
        assertThat(model.evaluate(data).accuracy()).isGreaterThan(0.9);
    }

    @Test
    void is_what_the_readme_shows() throws IOException {
        Readme.assertShows("Layers, losses and steps of your own", OwnCodeTests.class);
    }
}
