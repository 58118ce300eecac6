package dev.lungo.engine.torchscript;

import dev.lungo.optim.AdaGrad;
import java.util.List;
import java.util.Map;

/** Adagrad: Keras has epsilon inside the root, PyTorch outside. */
record AdaGradText(AdaGrad adaGrad) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("q", (float) adaGrad.initialAccumulator());
    }

    @Override
    public List<String> step() {
        return List.of(
                "torch._foreach_addcmul_(qs, gs, gs, value=1)",
                RmsPropText.roots("qs", adaGrad.epsilon(), adaGrad.tuning().isPyTorch()),
                "torch._foreach_addcdiv_(ws, gs, roots, value=torch.neg(rate))");
    }
}
