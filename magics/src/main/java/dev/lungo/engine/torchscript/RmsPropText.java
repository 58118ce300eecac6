package dev.lungo.engine.torchscript;

import dev.lungo.optim.RmsProp;
import java.util.List;
import java.util.Map;

/** Keras' RMSprop, with epsilon inside the root. */
record RmsPropText(RmsProp rmsProp) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("v", 0f);
    }

    @Override
    public List<String> step() {
        return List.of(
                "torch._foreach_mul_(vs, " + rmsProp.rho() + ")",
                "torch._foreach_addcmul_(vs, gs, gs, value=" + (1 - rmsProp.rho()) + ")",
                "roots = torch._foreach_add(vs, " + rmsProp.epsilon() + ")",
                "torch._foreach_sqrt_(roots)",
                "torch._foreach_addcdiv_(ws, gs, roots, value=torch.neg(float(rate)))");
    }
}
