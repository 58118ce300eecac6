package dev.lungo.engine.torchscript;

import dev.lungo.optim.Lion;
import java.util.List;
import java.util.Map;

/** Lion: the sign of a mean of the running mean and the gradient. */
record LionText(Lion lion) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("m", 0f);
    }

    @Override
    public List<String> step() {
        return List.of(
                "signs = torch._foreach_sign(torch._foreach_lerp(ms, gs, "
                        + (1 - lion.beta1())
                        + "))",
                "torch._foreach_lerp_(ms, gs, " + (1 - lion.beta2()) + ")",
                "torch._foreach_add_(ws, signs, alpha=torch.neg(rate))");
    }
}
