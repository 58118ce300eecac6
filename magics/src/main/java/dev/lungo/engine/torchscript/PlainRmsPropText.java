package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.ScriptText.each;

import dev.lungo.optim.RmsProp;
import java.util.List;
import java.util.Map;

/**
 * RMSprop without momentum, in two passes over memory instead of five: PyTorch's fused step of
 * AdaGrad adds the gradient's square, divides and moves the weight at once.
 *
 * <p>AdaGrad does not forget, so its sum is made smaller before. With {@code u = v / (1 - rho)},
 * {@code v = rho * v + (1 - rho) * g^2} becomes {@code u = rho * u + g^2}, and {@code g / sqrt(v)}
 * is {@code g / sqrt(u)} over {@code sqrt(1 - rho)}. Keras' epsilon, inside the root, is kept in
 * {@code u}.
 */
record PlainRmsPropText(RmsProp rmsProp) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("u", (float) floor());
    }

    @Override
    public List<String> before(int weights) {
        return List.of(
                "one = torch.ones([], dtype=6, layout=None, device=torch.device(\"cpu\"))",
                "floor = torch.mul(one, " + floor() + ")",
                "ones = [" + each(weights, i -> "one") + "]",
                "floors = [" + each(weights, i -> "floor") + "]");
    }

    @Override
    public List<String> step() {
        double scale = Math.sqrt(1 - rmsProp.rho());
        return List.of(
                "torch._foreach_lerp_(us, floors, " + (1 - rmsProp.rho()) + ")",
                "torch._fused_adagrad_(ws, gs, us, ones, lr=torch.mul(rate, "
                        + 1 / scale
                        + "), lr_decay=0.0, weight_decay=0.0, eps="
                        + (isInside() ? 0.0 : rmsProp.epsilon() / scale)
                        + ", maximize=False)");
    }

    /** Where {@code u} goes without gradients. */
    private double floor() {
        return isInside() ? rmsProp.epsilon() / (1 - rmsProp.rho()) : 0;
    }

    private boolean isInside() {
        return !rmsProp.tuning().isPyTorch();
    }
}
