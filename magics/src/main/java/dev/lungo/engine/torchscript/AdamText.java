package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.ScriptText.each;

import dev.lungo.optim.Adam;
import java.util.List;
import java.util.Map;

/**
 * Keras' Adam with PyTorch's fused step.
 *
 * <p>PyTorch adds epsilon after the bias correction of the second moment, Keras before it: {@code
 * epsilon / sqrt(1 - beta2^t)} makes one into the other. With weight decay it is AdamW, in which
 * both agree.
 */
record AdamText(Adam adam, double weightDecay) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("m", 0f, "s", 0f, "steps", 0f);
    }

    @Override
    public List<String> before(int weights) {
        return List.of("counters = [" + each(weights, i -> "self.steps") + "]");
    }

    @Override
    public List<String> step() {
        return List.of(
                "_t = torch.add_(self.steps, 1)",
                "epsilon = torch.div("
                        + adam.epsilon()
                        + ", torch.sqrt(torch.sub(1.0, torch.pow("
                        + adam.beta2()
                        + ", float(self.steps)))))",
                (weightDecay > 0 ? "torch._fused_adamw_" : "torch._fused_adam_")
                        + "(ws, gs, ms, ss, annotate(List[Tensor], []), counters, lr=float(rate),"
                        + " beta1="
                        + adam.beta1()
                        + ", beta2="
                        + adam.beta2()
                        + ", weight_decay="
                        + weightDecay
                        + ", eps=epsilon, amsgrad=False, maximize=False)");
    }
}
