package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset.Names;
import java.util.List;

/** Makes a data set of what {@code data(x, y)} was given. */
final class GivenData {
    private GivenData() {}

    static Dataset of(Object x, Object y) {
        Dataset examples = of(x);
        Given<Targets> given = Given.of(y, "y", GivenData::targets);
        given.sameSizes("y", Targets::size);
        Targets targets = SeveralTargets.of(given.each());
        DatasetCheck.sizes(examples.size(), targets.size());
        return new Dataset(
                examples.inputs(),
                targets,
                y instanceof Dataset from ? from.classNames() : examples.classNames(),
                examples.transforms(),
                examples.weights(),
                new Names(examples.names().inputs(), given.names()));
    }

    static Dataset of(Object x) {
        if (x instanceof Dataset data) {
            return data.withTargets(new NoTargets(data.size()));
        }
        Given<Dataset> given = Given.of(x, "x", GivenData::input);
        given.sameSizes("x", Dataset::size);
        Values inputs = SeveralValues.of(given.each().stream().map(Dataset::inputs).toList());
        return new Dataset(
                inputs,
                new NoTargets(inputs.size()),
                List.of(),
                given.each().stream().map(Dataset::transform).toList(),
                new float[0],
                new Names(given.names(), List.of()));
    }

    /** One input: a data set as it is, or arrays. */
    private static Dataset input(Object part, String name) {
        if (part instanceof Dataset data) {
            DatasetCheck.oneInput("data(List.of(..), ..)", data.inputs());
            if (data.weights().length > 0) {
                throw LungoException.badInput(
                        "data(x, y) cannot tell what each example counts.",
                        name + " has weights of its own",
                        "weights for all inputs together",
                        "set them last: data(List.of(a, b), y).weights(weights).");
            }
            return data;
        }
        Values values = ArrayData.inputs(part, name);
        return Dataset.of(values, new NoTargets(values.size()), List.of());
    }

    private static Targets targets(Object part, String name) {
        return part instanceof Dataset data ? data.targets() : ArrayData.targets(part, name);
    }
}
