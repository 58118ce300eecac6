package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.ScriptText.each;

import dev.lungo.optim.Adam;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keras' Adam with PyTorch's fused step.
 *
 * <p>PyTorch adds epsilon after the bias correction of the second moment, Keras before it: {@code
 * epsilon / sqrt(1 - beta2^t)} makes one into the other.
 */
record AdamText(Adam adam) implements OptimizerText {
    @Override
    public List<String> state(int weights) {
        return Stream.of(
                        Stream.of("t"),
                        IntStream.range(0, weights).mapToObj(i -> "m" + i),
                        IntStream.range(0, weights).mapToObj(i -> "s" + i))
                .flatMap(names -> names)
                .toList();
    }

    @Override
    public List<String> before(int weights) {
        return List.of(
                "ms = [" + each(weights, i -> "self.m" + i) + "]",
                "ss = [" + each(weights, i -> "self.s" + i) + "]",
                "ts = [" + each(weights, i -> "self.t") + "]");
    }

    @Override
    public List<String> step() {
        return List.of(
                "_t = torch.add_(self.t, 1)",
                "epsilon = torch.div("
                        + adam.epsilon()
                        + ", torch.sqrt(torch.sub(1.0, torch.pow("
                        + adam.beta2()
                        + ", float(self.t)))))",
                "torch._fused_adam_(ws, gs, ms, ss, annotate(List[Tensor], []), ts, lr=float(rate),"
                        + " beta1="
                        + adam.beta1()
                        + ", beta2="
                        + adam.beta2()
                        + ", weight_decay=0.0, eps=epsilon, amsgrad=False, maximize=False)");
    }
}
