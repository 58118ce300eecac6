package dev.lungo.engine.torchscript;

import dev.lungo.optim.AdaGrad;
import java.util.List;
import java.util.Map;

/** Keras' Adagrad, with epsilon inside the root. */
record AdaGradText(AdaGrad adaGrad) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("q", (float) adaGrad.initialAccumulator());
    }

    @Override
    public List<String> step() {
        return List.of(
                "torch._foreach_addcmul_(qs, gs, gs, value=1)",
                "roots = torch._foreach_add(qs, " + adaGrad.epsilon() + ")",
                "torch._foreach_sqrt_(roots)",
                "torch._foreach_addcdiv_(ws, gs, roots, value=torch.neg(float(rate)))");
    }
}
