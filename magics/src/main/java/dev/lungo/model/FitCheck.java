package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.callback.Checkpoint;
import dev.lungo.callback.Monitor;
import dev.lungo.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out before training whether the options of a fit make sense together. */
final class FitCheck {
    private FitCheck() {}

    /** The names of all figures that this fit will measure. */
    static List<String> names(Meanings meanings, boolean validated) {
        List<String> names = new ArrayList<>(meanings.figures());
        if (validated) {
            List.copyOf(names).forEach(name -> names.add("val_" + name));
        }
        return names;
    }

    /** Whether everything that is watched is measured. */
    static void monitors(FitOptions options, List<String> names) {
        options.earlyStopping().ifPresent(s -> monitor("earlyStopping", s.monitor(), names));
        options.plateau().ifPresent(p -> monitor("reduceLrOnPlateau", p.monitor(), names));
        options.checkpoints().stream()
                .map(Checkpoint::best)
                .flatMap(Optional::stream)
                .forEach(monitor -> monitor("checkpoint", monitor, names));
    }

    private static void monitor(String option, Monitor monitor, List<String> names) {
        if (!names.contains(monitor.name())) {
            throw LungoException.badInput(
                    "fit: " + option + " watches a figure that is not measured.",
                    "\"" + monitor.name() + "\"",
                    "one of " + names,
                    monitor.name().startsWith("val_") && !names.contains("val_loss")
                            ? "give fit data to validate on: f.validation(data)."
                            : "use one of these names, or add a metric to compile(...).");
        }
    }

    /** The examples to learn from and to validate on. */
    static List<Dataset> split(Dataset data, double share) {
        int kept = (int) Math.floor(data.size() * (1 - share));
        if (kept == 0 || kept == data.size()) {
            throw LungoException.badInput(
                    "fit cannot split so few examples.",
                    "validationSplit(" + share + ") of " + data.size() + " examples",
                    "at least one example to learn from and one to validate on",
                    "use more examples, or f.validation(data).");
        }
        return List.of(data.take(kept), data.skip(kept));
    }

    /** Whether a checkpoint belongs to this model and this fit. */
    static Run resumed(Saved saved, Saved now, OptionalLong seed) {
        if (!SharedNumbers.written(saved.layers()).equals(SharedNumbers.written(now.layers()))
                || !saved.reads().equals(now.reads())
                || !saved.outputs().equals(now.outputs())) {
            throw differs("layers", saved.layers(), now.layers());
        }
        if (!saved.objective().equals(now.objective()) || !saved.metrics().equals(now.metrics())) {
            throw differs(
                    "optimizer, loss or metrics",
                    List.of(saved.objective(), saved.metrics()),
                    List.of(now.objective(), now.metrics()));
        }
        Run run =
                saved.run()
                        .orElseThrow(
                                () ->
                                        LungoException.badInput(
                                                "fit: there is no training to resume in this file.",
                                                "a model that model.save(...) wrote",
                                                "a file that f.checkpoint(...) wrote",
                                                "use load(file) and fit to train it further."));
        if (seed.isPresent() && seed.getAsLong() != run.seed()) {
            throw differs("seed", run.seed(), seed.getAsLong());
        }
        return run;
    }

    private static LungoException differs(String what, Object file, Object here) {
        return LungoException.badInput(
                "fit: the checkpoint to resume has other " + what + " than this model.",
                here,
                file,
                "make the model as it was, or remove the file to begin again.");
    }
}
