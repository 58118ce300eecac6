package dev.lungo.engine.torchscript;

import dev.lungo.optim.Nadam;
import java.util.List;
import java.util.Map;

/** Nadam: the momentum of each step is a number that all weights share. */
record NadamText(Nadam nadam) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        return Map.of("m", 0f, "s", 0f, "steps", 0f, "product", 1f);
    }

    @Override
    public List<String> step() {
        String beta2 = String.valueOf(nadam.beta2());
        return List.of(
                "_t = torch.add_(self.steps, 1)",
                "t = float(self.steps)",
                "u = " + momentum("t"),
                "next = " + momentum("torch.add(t, 1.0)"),
                "_u = torch.mul_(self.product, u)",
                "product = float(self.product)",
                "torch._foreach_lerp_(ms, gs, " + (1 - nadam.beta1()) + ")",
                "torch._foreach_mul_(ss, " + beta2 + ")",
                "torch._foreach_addcmul_(ss, gs, gs, value=" + (1 - nadam.beta2()) + ")",
                "left = torch.sub(1.0, torch.pow(" + beta2 + ", t))",
                "roots = torch._foreach_add(torch._foreach_sqrt(torch._foreach_div(ss, left)), "
                        + nadam.epsilon()
                        + ")",
                "ahead = torch._foreach_mul(ms, torch.div(next, torch.sub(1.0, torch.mul(product,"
                        + " next))))",
                "torch._foreach_add_(ahead, gs, alpha=torch.div(torch.sub(1.0, u), torch.sub(1.0,"
                        + " product)))",
                "torch._foreach_addcdiv_(ws, ahead, roots, value=torch.neg(rate))");
    }

    private String momentum(String step) {
        String falling = "torch.pow(0.96, torch.mul(" + step + ", " + nadam.momentumDecay() + "))";
        return "torch.mul(" + nadam.beta1() + ", torch.sub(1.0, torch.mul(0.5, " + falling + ")))";
    }
}
