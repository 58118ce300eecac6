package dev.lungo.engine.torchscript;

import dev.lungo.optim.Adamax;
import java.util.List;
import java.util.Map;

/** Adamax: PyTorch has epsilon inside the maximum, Keras adds it to the maximum. */
record AdamaxText(Adamax adamax) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("m", 0f, "u", 0f, "steps", 0f);
    }

    @Override
    public List<String> step() {
        boolean inside = adamax.tuning().isPyTorch();
        String epsilon = String.valueOf(adamax.epsilon());
        String sizes = "torch._foreach_abs(gs)";
        return List.of(
                "_t = torch.add_(self.steps, 1)",
                "torch._foreach_lerp_(ms, gs, " + (1 - adamax.beta1()) + ")",
                "torch._foreach_mul_(us, " + adamax.beta2() + ")",
                "torch._foreach_maximum_(us, "
                        + (inside ? "torch._foreach_add(" + sizes + ", " + epsilon + ")" : sizes)
                        + ")",
                "largest = " + (inside ? "us" : "torch._foreach_add(us, " + epsilon + ")"),
                "left = torch.sub(1.0, torch.pow(" + adamax.beta1() + ", float(self.steps)))",
                "torch._foreach_addcdiv_(ws, ms, largest, value=torch.neg(torch.div(rate,"
                        + " left)))");
    }
}
