package dev.lungo.layer;

import dev.lungo.tensor.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What a layer makes of other branches. Two of them are never the same, even if written alike. */
final class Applied implements Branch {
    private final Layer layer;
    private final List<Branch> inputs;
    private final Shape shape;

    /** Counts branches as they are written: models lay their layers out in that order. */
    private static final AtomicLong WRITTEN = new AtomicLong();

    private final long number = WRITTEN.getAndIncrement();

    private Applied(Layer layer, List<Branch> inputs, Shape shape) {
        this.layer = layer;
        this.inputs = List.copyOf(inputs);
        this.shape = shape;
    }

    /**
     * The layer reading these branches.
     *
     * @throws ShapeException if it cannot
     */
    static Applied of(Layer layer, List<Branch> inputs) {
        List<Branch> line = line(inputs.get(0));
        List<Layer> above = line.stream().map(Applied::layer).toList();
        List<Shape> taken = inputs.stream().map(Branch::shape).toList();
        Optional<Misfit> misfit = misfit(layer, taken, above);
        if (misfit.isPresent()) {
            List<Shape> shapes = line.stream().map(Branch::shape).toList();
            throw ShapeException.of(misfit.get(), above, shapes, layer);
        }
        return new Applied(layer, inputs, Inside.output(layer, taken));
    }

    /** Why a layer cannot take these, or nothing when it can. */
    static Optional<Misfit> misfit(Layer layer, List<Shape> taken, List<Layer> above) {
        return layer instanceof Joining joining
                ? joining.misfit(taken)
                : single(layer, taken).or(() -> layer.misfit(taken.get(0), above));
    }

    private static Optional<Misfit> single(Layer layer, List<Shape> taken) {
        return taken.size() == 1
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s reads one branch, but gets %d.".formatted(layer, taken.size()),
                                "Make one of them first, for example with concatenate(a, b)."));
    }

    /** The branches on the way to this one, along the first input of each. */
    private static List<Branch> line(Branch last) {
        List<Branch> line = new ArrayList<>();
        Branch at = last;
        while (at instanceof Applied applied) {
            line.add(0, at);
            at = applied.inputs.get(0);
        }
        line.add(0, at);
        return line;
    }

    /** The layer that a branch comes from. */
    static Layer layer(Branch branch) {
        return branch instanceof Applied applied ? applied.layer : (Input) branch;
    }

    /** All that these were made of, and themselves, in the order in which it was written. */
    static List<Applied> behind(List<? extends Branch> branches) {
        Set<Applied> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Branch> open = new ArrayDeque<>(branches);
        while (!open.isEmpty()) {
            if (open.pop() instanceof Applied applied && found.add(applied)) {
                open.addAll(applied.inputs);
            }
        }
        return found.stream().sorted(Comparator.comparingLong(branch -> branch.number)).toList();
    }

    /** What it was made of. */
    List<Branch> inputs() {
        return inputs;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return layer + " giving " + shape;
    }
}
