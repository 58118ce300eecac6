package dev.lungo.kernel.magic;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * The magics of a session by name: IJava's registry, which can also be listed.
 *
 * <p>Extensions get it as plain {@link Magics}.
 */
public final class MagicRegistry extends Magics {
    private final NavigableSet<String> lineNames = new ConcurrentSkipListSet<>();
    private final NavigableSet<String> cellNames = new ConcurrentSkipListSet<>();
    private volatile Function<String, Optional<String>> values = expression -> Optional.empty();

    /** The names of the line magics, sorted. */
    public NavigableSet<String> lineNames() {
        return Collections.unmodifiableNavigableSet(lineNames);
    }

    /** The names of the cell magics, sorted. */
    public NavigableSet<String> cellNames() {
        return Collections.unmodifiableNavigableSet(cellNames);
    }

    /** Puts the values of variables in place of {@code $x} and {@code ${x}} in arguments. */
    void interpolate(Function<String, Optional<String>> values) {
        this.values = values;
    }

    @Override
    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        lineNames.add(name);
        super.registerLineMagic(name, magic);
    }

    @Override
    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        cellNames.add(name);
        super.registerCellMagic(name, magic);
    }

    /**
     * Runs a line magic.
     *
     * @throws MagicException when there is no magic of this name
     */
    @Override
    public <T> T applyLineMagic(String name, List<String> args) throws Exception {
        if (!lineNames.contains(name)) {
            throw unknown("%", name, lineNames, cellNames.contains(name) ? "%%" : "");
        }
        return super.applyLineMagic(name, interpolated(name, args));
    }

    /**
     * Runs a cell magic.
     *
     * @throws MagicException when there is no magic of this name
     */
    @Override
    public <T> T applyCellMagic(String name, List<String> args, String body) throws Exception {
        if (!cellNames.contains(name)) {
            throw unknown("%%", name, cellNames, lineNames.contains(name) ? "%" : "");
        }
        return super.applyCellMagic(name, interpolated(name, args), body);
    }

    private List<String> interpolated(String name, List<String> args) {
        return CellParser.takesJava(name)
                ? args
                : args.stream().map(arg -> Interpolation.apply(arg, values)).toList();
    }

    private static MagicException unknown(
            String percent, String name, Collection<String> names, String otherKind) {
        String hint =
                otherKind.isEmpty()
                        ? NearNames.nearest(name, names)
                                .map(near -> "Did you mean " + percent + near + "?")
                                .orElse("%lsmagic lists the magics there are.")
                        : "Did you mean " + otherKind + name + "?";
        return new MagicException("There is no magic " + percent + name + ". " + hint);
    }
}
