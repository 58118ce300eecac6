package dev.lungo.model;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.cosine;
import static dev.lungo.Lungo.rmsprop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.data.Dataset;
import dev.lungo.optim.Optimizer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTests {
    private final Dataset data = Pictures.of(200);
    @TempDir private Path folder;

    private History run(Model model, int epochs, long seed) {
        String file = folder.resolve("run.lungo").toString();
        return model.fit(
                data,
                f ->
                        f.epochs(epochs)
                                .seed(seed)
                                .quiet()
                                .reduceLrOnPlateau("loss", r -> r.patience(1).minDelta(0.1))
                                .checkpoint(file)
                                .resume(file));
    }

    private static Optimizer optimizer() {
        return adam(cosine(0.01, 50).warmUp(5)).weightDecay(0.01).amsgrad();
    }

    @Test
    void goes_on_from_a_checkpoint_to_the_digit() throws Exception {
        History unbroken = run(Small.model(optimizer()), 5, 7);
        Files.delete(folder.resolve("run.lungo"));
        run(Small.model(optimizer()), 2, 7);
        Model resumed = Small.model(optimizer());
        History history = run(resumed, 5, 7);

        assertThat(history.values("loss")).isEqualTo(unbroken.values("loss"));
        assertThat(history.values("accuracy")).isEqualTo(unbroken.values("accuracy"));
        assertThat(resumed.history().epochs()).hasSize(5);
    }

    @Test
    void has_nothing_to_do_when_all_epochs_were_done() {
        History first = run(Small.model(), 2, 7);
        assertThat(run(Small.model(), 2, 7).values("loss")).isEqualTo(first.values("loss"));
    }

    @Test
    void refuses_the_checkpoint_of_another_training() {
        run(Small.model(), 1, 7);
        assertThatThrownBy(() -> run(Small.model(), 2, 8))
                .hasMessage(
                        """
                        fit: the checkpoint to resume has other seed than this model.
                        Received: 8
                        Expected: 7
                        Fix: make the model as it was, or remove the file to begin again.\
                        """);
        assertThatThrownBy(() -> run(Small.model(rmsprop()), 2, 7))
                .hasMessageStartingWith(
                        "fit: the checkpoint to resume has other optimizer, loss or metrics");
        Model model = Small.model();
        String plain = folder.resolve("plain.lungo").toString();
        model.save(plain);
        assertThatThrownBy(() -> model.fit(data, f -> f.resume(plain)))
                .hasMessage(
                        """
                        fit: there is no training to resume in this file.
                        Received: a model that model.save(...) wrote
                        Expected: a file that f.checkpoint(...) wrote
                        Fix: use load(file) and fit to train it further.\
                        """);
    }
}
