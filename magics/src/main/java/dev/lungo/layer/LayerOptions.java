package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Fans;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Penalty;
import dev.lungo.graph.VarianceScaling;
import dev.lungo.graph.VarianceScaling.Fan;
import dev.lungo.graph.Weight;
import dev.lungo.graph.Window;
import java.util.List;
import java.util.Optional;

/**
 * What every layer with weights can be told beside its sizes.
 *
 * @param function the activation function, if any
 * @param name the name the user gave it, if any
 * @param frozen whether training leaves its weights alone
 * @param biased whether something is added to the weighted sums
 * @param kernelStart how the kernel begins, where the user chose it
 * @param biasStart how the bias begins, where the user chose it
 * @param penalty what the kernel's size adds to the loss
 * @param pytorch whether weights begin as in PyTorch, with its defaults, or else as in Keras
 */
public record LayerOptions(
        Optional<Activation> function,
        Optional<String> name,
        boolean frozen,
        boolean biased,
        Optional<Initializer> kernelStart,
        Optional<Initializer> biasStart,
        Penalty penalty,
        boolean pytorch) {
    /** Nothing chosen. */
    static final LayerOptions NONE =
            new LayerOptions(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Penalty.NONE,
                    false);

    /** Keras' first values for kernels. */
    static final Initializer GLOROT = new VarianceScaling(1, Fan.MEAN, true);

    static final Initializer ZEROS = new Initializer.Constant(0);
    static final Initializer ONES = new Initializer.Constant(1);

    LayerOptions function(Activation function) {
        return new LayerOptions(
                Optional.of(function),
                name,
                frozen,
                biased,
                kernelStart,
                biasStart,
                penalty,
                pytorch);
    }

    LayerOptions name(String name) {
        return new LayerOptions(
                function,
                Optional.of(name),
                frozen,
                biased,
                kernelStart,
                biasStart,
                penalty,
                pytorch);
    }

    LayerOptions freeze() {
        return new LayerOptions(
                function, name, true, biased, kernelStart, biasStart, penalty, pytorch);
    }

    LayerOptions noBias() {
        return new LayerOptions(
                function, name, frozen, false, kernelStart, biasStart, penalty, pytorch);
    }

    LayerOptions kernel(Initializer start) {
        return new LayerOptions(
                function, name, frozen, biased, Optional.of(start), biasStart, penalty, pytorch);
    }

    LayerOptions bias(Initializer start) {
        return new LayerOptions(
                function, name, frozen, biased, kernelStart, Optional.of(start), penalty, pytorch);
    }

    LayerOptions penalty(Penalty penalty) {
        return new LayerOptions(
                function, name, frozen, biased, kernelStart, biasStart, penalty, pytorch);
    }

    LayerOptions asInPyTorch() {
        return new LayerOptions(
                function, name, frozen, biased, kernelStart, biasStart, penalty, true);
    }

    /** Whether this layer is as in PyTorch: its first weights and its defaults. */
    boolean isPyTorch(GraphBuilder graph) {
        return pytorch || graph.scope().pytorch();
    }

    /**
     * Adds the layer's kernel: Glorot uniform as in Keras, or {@code kaiming_uniform(a=sqrt(5))} as
     * in PyTorch, which is uniform within {@code 1 / sqrt(inputs)}.
     *
     * @param sizes outputs, inputs, then the window
     */
    Weight kernel(GraphBuilder graph, Integer... sizes) {
        Fans fans = Fans.of(List.of(sizes));
        return kernel(graph, isPyTorch(graph) ? within(fans.in()) : GLOROT, sizes);
    }

    /** Adds the layer's kernel, which usually begins in this way. */
    Weight kernel(GraphBuilder graph, Initializer usual, Integer... sizes) {
        Fans fans = Fans.of(List.of(sizes));
        return graph.weight("kernel", kernelStart.orElse(usual), fans, penalty, sizes);
    }

    /**
     * Adds a kernel with filters for each channel by itself; fans as Keras counts those of height x
     * width x channels x filters.
     */
    Weight depthwiseKernel(GraphBuilder graph, int channels, int filters, Window size) {
        int area = size.area();
        return graph.weight(
                "depthwiseKernel",
                kernelStart.orElse(isPyTorch(graph) ? within(area) : GLOROT),
                new Fans((long) channels * area, (long) filters * area),
                penalty,
                channels * filters,
                1,
                size.height(),
                size.width());
    }

    /**
     * Adds the layer's bias, unless it has none: zeros as in Keras, or uniform within {@code 1 /
     * sqrt(inputs)} as in PyTorch.
     *
     * @param inputs how many inputs an output of the layer sees
     */
    Optional<Weight> bias(GraphBuilder graph, long inputs, Integer... sizes) {
        return bias(graph, isPyTorch(graph) ? within(inputs) : ZEROS, sizes);
    }

    /** Adds the layer's bias, which usually begins in this way, unless it has none. */
    Optional<Weight> bias(GraphBuilder graph, Initializer usual, Integer... sizes) {
        return biased
                ? Optional.of(graph.weight("bias", biasStart.orElse(usual), sizes))
                : Optional.empty();
    }

    /** Adds the activation function after {@code node}, if there is one. */
    Node activated(GraphBuilder graph, Node node) {
        return function.map(f -> graph.add(new Operation.Activate(f), node.shape(), node))
                .orElse(node);
    }

    static Initializer within(long fan) {
        return new Initializer.Uniform(1 / Math.sqrt(fan));
    }

    /** The modifiers as they are written after a layer; first values of weights are left out. */
    String written() {
        String l1 = penalty.l1() > 0 ? ".l1(" + penalty.l1() + ")" : "";
        String l2 = penalty.l2() > 0 ? ".l2(" + penalty.l2() + ")" : "";
        return (pytorch ? ".pytorch()" : "")
                + (biased ? "" : ".noBias()")
                + l1
                + l2
                + function.map(f -> "." + f.call()).orElse("")
                + name.map(given -> ".named(\"" + given + "\")").orElse("")
                + (frozen ? ".frozen()" : "");
    }
}
