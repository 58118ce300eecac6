package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.concatenate;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.globalMaxPool;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.load;
import static dev.lungo.Lungo.model;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchModelTests {
    private final Dataset data = Pictures.of(200);
    @TempDir private Path folder;

    private static Model branched() {
        Input x = input(8, 8, 1);
        Branch seen = globalMaxPool().of(conv2d(4, 3).relu().named("eye").of(x));
        Branch all = dense(3).frozen().of(flatten().of(x));
        return model(x, dense(3).softmax().of(concatenate(all, seen)))
                .compile(adam(0.01), sparseCategoricalCrossentropy(), accuracy());
    }

    @Test
    void learns_along_all_its_branches() {
        Model model = branched();
        History history = model.fit(data, f -> f.epochs(12).batchSize(16).seed(3).quiet());
        assertThat(history.values("loss").get(11)).isLessThan(history.values("loss").get(0) / 2);
    }

    @Test
    void comes_back_from_a_file_with_its_branches() {
        Model model = branched();
        model.fit(data, f -> f.epochs(2).seed(3).quiet());
        String file = folder.resolve("model.lungo").toString();
        model.save(file);
        Model back = load(file);

        assertThat(back.summary()).hasToString(model.summary().toString());
        assertThat(back.predict(data).probabilities(5))
                .isEqualTo(model.predict(data).probabilities(5));
    }
}
