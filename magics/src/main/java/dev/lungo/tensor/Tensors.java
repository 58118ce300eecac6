package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.TensorFunction;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** Makes tensors; notebooks reach these through the facade. */
public final class Tensors {
    /** Shared by all threads, so that one seed decides all that is drawn on one thread. */
    private static final Random RANDOM = new Random();

    private Tensors() {}

    /** A tensor of a number, an array of numbers, or arrays in arrays of one length. */
    public static Tensor tensor(Object numbers) {
        return NestedArrays.tensor(numbers);
    }

    /** A tensor in which every value is {@code value}. */
    public static Tensor full(double value, int... sizes) {
        float[] values = new float[shape(sizes).elements()];
        Arrays.fill(values, (float) value);
        return Tensor.of(values, Shape.of(sizes));
    }

    /** Numbers drawn from the normal distribution of mean 0 and deviation 1. */
    public static Tensor randn(int... sizes) {
        return drawn(RANDOM::nextGaussian, sizes);
    }

    /** Numbers drawn evenly from 0 to 1. */
    public static Tensor rand(int... sizes) {
        return drawn(RANDOM::nextDouble, sizes);
    }

    /** Begins the numbers that {@link #randn} and {@link #rand} draw anew. */
    public static void seed(long seed) {
        RANDOM.setSeed(seed);
    }

    /** A seed that {@link #seed} decides, for what is drawn inside an engine. */
    public static long nextSeed() {
        return RANDOM.nextLong();
    }

    /** 0, 1, 2 and so on, {@code count} numbers. */
    public static Tensor arange(int count) {
        float[] values = new float[shape(count).elements()];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return Tensor.of(values, Shape.of(count));
    }

    /** A copy that gradients are wanted of, and that an optimizer can move. */
    public static Tensor variable(Tensor first) {
        return Tensor.compute(TensorFunction.VARIABLE, first.shape(), new double[0], first);
    }

    /** Tensors one after the other along an axis. */
    public static Tensor concat(int axis, Tensor... tensors) {
        Shape first = atLeastOne("concat", tensors).shape();
        int chosen = Sizes.axis("concat", axis, first.rank());
        int size = 0;
        for (Tensor tensor : tensors) {
            boolean fits =
                    tensor.rank() == first.rank()
                            && Sizes.with(tensor.shape(), chosen, 0)
                                    .equals(Sizes.with(first, chosen, 0));
            if (!fits) {
                throw differs(
                        "concat", first, tensor.shape(), "equal sizes on all axes but " + axis);
            }
            size += tensor.size(chosen);
        }
        return Tensor.compute(
                TensorFunction.CONCAT,
                Sizes.with(first, chosen, size),
                new double[] {chosen},
                tensors);
    }

    /** Tensors of one shape side by side along a new axis. */
    public static Tensor stack(int axis, Tensor... tensors) {
        Shape first = atLeastOne("stack", tensors).shape();
        int chosen = Sizes.axis("stack", axis, first.rank() + 1);
        for (Tensor tensor : tensors) {
            if (!tensor.shape().equals(first)) {
                throw differs("stack", first, tensor.shape(), "tensors of one shape");
            }
        }
        return Tensor.compute(
                TensorFunction.STACK,
                Sizes.inserted(first, chosen, tensors.length),
                new double[] {chosen},
                tensors);
    }

    private static Tensor drawn(DoubleSupplier numbers, int... sizes) {
        Trace.cannotBeFollowed("draws random numbers");
        float[] values = new float[shape(sizes).elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.getAsDouble();
        }
        return Tensor.of(values, Shape.of(sizes));
    }

    private static Shape shape(int... sizes) {
        if (Arrays.stream(sizes).anyMatch(size -> size < 0)) {
            throw LungoException.badInput(
                    "A tensor has no negative sizes.",
                    Arrays.toString(sizes),
                    "0 or more for each axis",
                    "for example zeros(2, 3).");
        }
        return Shape.of(sizes);
    }

    private static Tensor atLeastOne(String call, Tensor... tensors) {
        if (tensors.length == 0) {
            throw LungoException.badInput(
                    call + " puts tensors together.",
                    "no tensors",
                    "one or more after the axis",
                    "for example " + call + "(0, a, b).");
        }
        return tensors[0];
    }

    private static LungoException differs(String call, Shape a, Shape b, String expected) {
        return LungoException.badInput(
                call + " cannot put tensors of these shapes together.",
                Sizes.text(a) + " and " + Sizes.text(b),
                expected,
                "change one of them with reshape, slice or transpose.");
    }
}
