package dev.lungo.model;

import dev.lungo.callback.Epoch;
import dev.lungo.chart.TrainingCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.Shuffle;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.optim.Schedule;
import dev.lungo.store.RecordJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One call of {@code fit}: checks everything, begins or resumes, trains, and tidies up. */
final class Fit {
    private final Model model;
    private final Learned learned;
    private final FitOptions options;

    Fit(Model model, FitOptions options) {
        this.model = model;
        this.learned = model.learned();
        this.options = options;
    }

    /** Trains, and returns the epochs of this fit. */
    History on(Dataset data) {
        if (options.validationSplit() > 0) {
            List<Dataset> parts = FitCheck.split(data, options.validationSplit());
            return train(parts.get(0), Optional.of(parts.get(1)));
        }
        return train(
                data,
                options.validation().map(examples -> model.inOrder("fit, validation", examples)));
    }

    private History train(Dataset data, Optional<Dataset> validation) {
        List<String> names = FitCheck.names(model.goal().meanings(), validation.isPresent());
        FitCheck.monitors(options, names);
        model.goal().check("fit", data);
        Objective how = model.goal().comparedWith(data);
        Run run = begun();
        DataCheck.transform("fit", data, learned.transforms());
        validation.ifPresent(
                examples -> {
                    model.goal().check("fit, validation", examples);
                    DataCheck.transform("fit, validation", examples, data.transforms());
                });
        List<Epoch> already =
                List.copyOf(learned.epochs().subList(run.before(), learned.epochs().size()));
        int left = options.epochs() - already.size();
        if (left > 0) {
            train(how, data, validation, run, already, left, names);
        }
        return new History(learned.epochs().subList(run.before(), learned.epochs().size()));
    }

    private void train(
            Objective how,
            Dataset data,
            Optional<Dataset> validation,
            Run run,
            List<Epoch> already,
            int left,
            List<String> names) {
        Schedule rate = how.optimizer().tuning().rate();
        AfterEpochs after =
                new AfterEpochs(
                        options,
                        names,
                        already,
                        learned,
                        () -> rate.rate(learned.steps()) * learned.rateFactor(),
                        (call, checkpoint) ->
                                model.save(call, checkpoint.file(), Optional.of(run)));
        Network network = learned.begin(data, run.seed(), run.chosen(), how);
        long work = 3L * options.batchSize() * model.stack().graph().multiplications();
        Threads threads = Threads.of(work, Engine.load().threads(), run.chosen());
        Training training =
                new Training(
                        network,
                        options,
                        model.goal().meanings(),
                        rate,
                        learned,
                        new Shuffle(run.seed()),
                        threads,
                        card(data, run, already.size(), left, threads, how),
                        StepByStep.reason(model.stack().graph(), how).isPresent());
        training.run(left, data, validation, after);
        training.sound().ifPresentOrElse(learned::replaceWeights, after::finish);
    }

    /** A new run, or the one that a checkpoint was written in. */
    private Run begun() {
        Optional<Path> file = options.resume().filter(Files::exists);
        if (file.isEmpty()) {
            return new Run(
                    options.seed().orElseGet(System::nanoTime),
                    options.seed().isPresent(),
                    learned.epochs().size());
        }
        Saved now = model.saved(Optional.empty());
        ModelFile read = ModelFile.read("fit, resume", file.get(), RecordJson.own(now));
        Run run = FitCheck.resumed(read.saved(), now, options.seed());
        model.restore("fit, resume", file.get(), read);
        return run;
    }

    private TrainingCard card(
            Dataset data, Run run, int already, int left, Threads threads, Objective how) {
        Engine engine = Engine.load();
        int batches = (data.size() + options.batchSize() - 1) / options.batchSize();
        TrainingCard card =
                TrainingCard.of(left, batches)
                        .examples(data.size())
                        .engine("%s, %s, %s".formatted(engine.name(), engine.device(), threads));
        Optional<String> reason = StepByStep.reason(model.stack().graph(), how);
        if (reason.isPresent()) {
            card = card.note("step by step: " + reason.get());
        }
        if (run.chosen()) {
            card = card.note("seed " + run.seed());
        }
        if (already > 0) {
            return card.note("resumed from " + options.resume().get() + " after epoch " + already);
        }
        return run.before() == 0 ? card : card.note("continuing from epoch " + run.before());
    }
}
