package dev.lungo.engine.torchscript;

import dev.lungo.optim.AdaDelta;
import java.util.List;
import java.util.Map;

/** Adadelta, the same in Keras and in PyTorch. */
record AdaDeltaText(AdaDelta adaDelta) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("q", 0f, "s", 0f);
    }

    @Override
    public List<String> step() {
        return List.of(
                "torch._foreach_mul_(qs, " + adaDelta.rho() + ")",
                "torch._foreach_addcmul_(qs, gs, gs, value=" + (1 - adaDelta.rho()) + ")",
                "changes = torch._foreach_div(" + roots("ss") + ", " + roots("qs") + ")",
                "torch._foreach_mul_(changes, gs)",
                "torch._foreach_mul_(ss, " + adaDelta.rho() + ")",
                "torch._foreach_addcmul_(ss, changes, changes, value=" + (1 - adaDelta.rho()) + ")",
                "torch._foreach_add_(ws, changes, alpha=torch.neg(rate))");
    }

    private String roots(String squares) {
        return "torch._foreach_sqrt(torch._foreach_add("
                + squares
                + ", "
                + adaDelta.epsilon()
                + "))";
    }
}
