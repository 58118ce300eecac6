package dev.lungo.engine.torchscript;

import dev.lungo.optim.RmsProp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * RMSprop with momentum or centered: Keras has epsilon inside the root and the rate inside the
 * momentum, PyTorch both outside.
 */
record RmsPropText(RmsProp rmsProp) implements OptimizerText {
    @Override
    public Map<String, Float> state() {
        Map<String, Float> kinds = new TreeMap<>(Map.of("v", 0f));
        if (rmsProp.aroundMean()) {
            kinds.put("c", 0f);
        }
        if (rmsProp.momentum() > 0) {
            kinds.put("m", 0f);
        }
        return kinds;
    }

    @Override
    public List<String> step() {
        String fresh = String.valueOf(1 - rmsProp.rho());
        boolean pytorch = rmsProp.tuning().isPyTorch();
        List<String> lines = new ArrayList<>();
        lines.add("torch._foreach_mul_(vs, " + rmsProp.rho() + ")");
        lines.add("torch._foreach_addcmul_(vs, gs, gs, value=" + fresh + ")");
        String squares = "vs";
        if (rmsProp.aroundMean()) {
            lines.add("torch._foreach_mul_(cs, " + rmsProp.rho() + ")");
            lines.add("torch._foreach_add_(cs, gs, alpha=" + fresh + ")");
            lines.add("around = torch._foreach_addcmul(vs, cs, cs, value=-1)");
            squares = "around";
        }
        lines.add(roots(squares, rmsProp.epsilon(), pytorch));
        if (rmsProp.momentum() == 0) {
            lines.add("torch._foreach_addcdiv_(ws, gs, roots, value=torch.neg(rate))");
            return lines;
        }
        lines.add("torch._foreach_mul_(ms, " + rmsProp.momentum() + ")");
        lines.add("torch._foreach_addcdiv_(ms, gs, roots, value=" + (pytorch ? "1" : "rate") + ")");
        lines.add(
                "torch._foreach_add_(ws, ms, alpha=" + (pytorch ? "torch.neg(rate)" : "-1") + ")");
        return lines;
    }

    /** What steps are divided by. */
    static String roots(String squares, double epsilon, boolean outside) {
        return outside
                ? "roots = torch._foreach_add(torch._foreach_sqrt("
                        + squares
                        + "), "
                        + epsilon
                        + ")"
                : "roots = torch._foreach_sqrt(torch._foreach_add("
                        + squares
                        + ", "
                        + epsilon
                        + "))";
    }
}
