package dev.lungo.engine.torchscript;

import dev.lungo.optim.Sgd;
import java.util.List;
import java.util.Map;

/** Gradient descent: Keras' velocity holds the rate, PyTorch's does not. */
record SgdText(Sgd sgd) implements OptimizerText {
    private static final String DESCEND = "torch._foreach_add_(%s, %s, alpha=torch.neg(rate))";

    @Override
    public Map<String, Float> state() {
        return sgd.momentum() > 0 ? Map.of("v", 0f) : Map.of();
    }

    @Override
    public List<String> step() {
        if (sgd.momentum() == 0) {
            return List.of(descend("ws", "gs"));
        }
        String keep = "torch._foreach_mul_(vs, " + sgd.momentum() + ")";
        return sgd.tuning().isPyTorch() ? pytorch(keep) : keras(keep);
    }

    private List<String> keras(String keep) {
        return sgd.ahead()
                ? List.of(
                        keep,
                        descend("vs", "gs"),
                        "torch._foreach_add_(ws, vs, alpha=" + sgd.momentum() + ")",
                        descend("ws", "gs"))
                : List.of(keep, descend("vs", "gs"), "torch._foreach_add_(ws, vs, alpha=1)");
    }

    private List<String> pytorch(String keep) {
        String add = "torch._foreach_add_(vs, gs, alpha=1)";
        return sgd.ahead()
                ? List.of(
                        keep,
                        add,
                        "ahead = torch._foreach_add(gs, vs, alpha=" + sgd.momentum() + ")",
                        descend("ws", "ahead"))
                : List.of(keep, add, descend("ws", "vs"));
    }

    private static String descend(String moved, String along) {
        return DESCEND.replaceFirst("%s", moved).replaceFirst("%s", along);
    }
}
