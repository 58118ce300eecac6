package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.ScriptText.each;

import dev.lungo.optim.Adam;
import java.util.List;
import java.util.Map;

/**
 * Adam with PyTorch's fused step.
 *
 * <p>PyTorch adds epsilon after the bias correction of the second moment, Keras before it: {@code
 * epsilon / sqrt(1 - beta2^t)} makes one into the other.
 *
 * @param adam the settings
 * @param decoupled whether weights shrink by themselves (AdamW, and Adam in Keras) or through the
 *     gradient (Adam in PyTorch)
 */
record AdamText(Adam adam, boolean decoupled) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return adam.largest()
                ? Map.of("h", 0f, "m", 0f, "s", 0f, "steps", 0f)
                : Map.of("m", 0f, "s", 0f, "steps", 0f);
    }

    @Override
    public boolean decays() {
        return true;
    }

    @Override
    public List<String> before(int weights) {
        return List.of("counters = [" + each(weights, i -> "self.steps") + "]");
    }

    @Override
    public List<String> step() {
        String epsilon =
                adam.tuning().isPyTorch()
                        ? String.valueOf(adam.epsilon())
                        : "torch.div("
                                + adam.epsilon()
                                + ", torch.sqrt(torch.sub(1.0, torch.pow("
                                + adam.beta2()
                                + ", float(self.steps)))))";
        return List.of(
                "_t = torch.add_(self.steps, 1)",
                "epsilon = " + epsilon,
                (decoupled ? "torch._fused_adamw_" : "torch._fused_adam_")
                        + "(ws, gs, ms, ss, "
                        + (adam.largest() ? "hs" : "annotate(List[Tensor], [])")
                        + ", counters, lr=rate, beta1="
                        + adam.beta1()
                        + ", beta2="
                        + adam.beta2()
                        + ", weight_decay="
                        + adam.tuning().weightDecay()
                        + ", eps=epsilon, amsgrad="
                        + (adam.largest() ? "True" : "False")
                        + ", maximize=False)");
    }
}
