package dev.lungo.engine.torchscript;

import dev.lungo.optim.Sgd;
import java.util.List;
import java.util.Map;

/** Keras' gradient descent; its velocity holds the rate, PyTorch's fused step would not. */
record SgdText(Sgd sgd) implements OptimizerText {
    private static final String DESCEND =
            "torch._foreach_add_(%s, gs, alpha=torch.neg(float(rate)))";

    @Override
    public Map<String, Float> state() {
        return sgd.momentum() > 0 ? Map.of("v", 0f) : Map.of();
    }

    @Override
    public List<String> step() {
        if (sgd.momentum() == 0) {
            return List.of(DESCEND.replace("%s", "ws"));
        }
        String keep = "torch._foreach_mul_(vs, " + sgd.momentum() + ")";
        String descend = DESCEND.replace("%s", "vs");
        return sgd.nesterov()
                ? List.of(
                        keep,
                        descend,
                        "torch._foreach_add_(ws, vs, alpha=" + sgd.momentum() + ")",
                        DESCEND.replace("%s", "ws"))
                : List.of(keep, descend, "torch._foreach_add_(ws, vs, alpha=1)");
    }
}
