package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.ScriptText.each;

import dev.lungo.engine.Program;
import dev.lungo.graph.Weight;
import dev.lungo.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One step of an optimizer, from the gradients {@code found} to the weights {@code ws}.
 *
 * @param weights the weights that training moves
 * @param names the attributes that hold them
 * @param optimizer how they are moved
 */
record UpdateText(List<Weight> weights, List<String> names, Optimizer optimizer) {
    static UpdateText of(Program program) {
        List<Weight> all = program.graph().weights();
        List<String> names =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).trainable())
                        .mapToObj(ScriptText::parameter)
                        .toList();
        return new UpdateText(
                program.graph().trainable(), names, program.objective().orElseThrow().optimizer());
    }

    /** Lists of the weights and of what the optimizer keeps, once for any number of steps. */
    List<String> before() {
        OptimizerText text = OptimizerText.of(optimizer);
        List<String> lines = new ArrayList<>();
        lines.add("ws = [" + each(names.size(), i -> "self." + names.get(i)) + "]");
        text.state().keySet().stream()
                .filter(StateTensor::isOneForEachWeight)
                .sorted()
                .forEach(
                        kind ->
                                lines.add(
                                        kind
                                                + "s = ["
                                                + each(names.size(), i -> "self." + kind + i)
                                                + "]"));
        lines.addAll(text.before(names.size()));
        return lines;
    }

    /** One step with the rate in the list {@code rates} that {@code i} names. */
    List<String> step(String i) {
        return step(i, w -> "unchecked_cast(Tensor, found[" + w + "])");
    }

    /** The same with other expressions for the gradients. */
    List<String> step(String i, IntFunction<String> gradients) {
        OptimizerText text = OptimizerText.of(optimizer);
        List<String> lines = new ArrayList<>();
        lines.add(
                "gs = ["
                        + each(weights.size(), w -> contiguous(gradients.apply(w), weights.get(w)))
                        + "]");
        lines.add("rate = float(torch.select(rates, 0, " + i + "))");
        lines.addAll(GradientText.of(optimizer.tuning(), text.decays()));
        lines.addAll(text.step());
        return lines;
    }

    /**
     * The optimizer walks over memory, so a kernel's gradient must lie in it as the kernel does.
     */
    private static String contiguous(String gradient, Weight weight) {
        return weight.sizes().size() == 4
                ? "torch.contiguous(" + gradient + ", memory_format=2)"
                : "torch.contiguous(" + gradient + ")";
    }
}
