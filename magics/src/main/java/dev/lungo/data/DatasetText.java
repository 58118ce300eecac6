package dev.lungo.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line about a data set with several inputs or targets. */
final class DatasetText {
    private DatasetText() {}

    static String of(Values inputs, Targets targets) {
        return String.format(
                Locale.ROOT,
                "Dataset: %,d examples of %s; %s",
                inputs.size(),
                inputs.each().stream()
                        .map(one -> one.shape() + " (" + one.type() + ")")
                        .collect(Collectors.joining(" and ")),
                told(targets.each()));
    }

    private static String told(List<Targets> targets) {
        return targets.stream().map(DatasetText::told).collect(Collectors.joining(" and "));
    }

    private static String told(Targets targets) {
        if (targets instanceof Numbers numbers) {
            return "targets of " + numbers.shape();
        }
        return targets instanceof Labels ? "labels" : "no targets";
    }
}
