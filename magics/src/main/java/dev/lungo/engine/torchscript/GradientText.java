package dev.lungo.engine.torchscript;

import dev.lungo.optim.Clipping;
import dev.lungo.optim.Tuning;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to gradients {@code gs} before the optimizer sees them: clipping, then weight decay.
 *
 * <p>Never in place: two weights may have one tensor as their gradient, which would be cut twice.
 */
final class GradientText {
    /** PyTorch's guard against a division by zero, in clip_grad_norm_. */
    private static final String GUARD = "9.9999999999999995e-07";

    private GradientText() {}

    static List<String> of(Tuning tuning, boolean optimizerDecays) {
        List<String> lines = new ArrayList<>(clipping(tuning));
        if (tuning.weightDecay() > 0 && !optimizerDecays) {
            lines.add(
                    tuning.isPyTorch()
                            ? "gs = torch._foreach_add(gs, ws, alpha=" + tuning.weightDecay() + ")"
                            : "torch._foreach_mul_(ws, torch.sub(1.0, torch.mul(rate, "
                                    + tuning.weightDecay()
                                    + ")))");
        }
        return lines;
    }

    private static List<String> clipping(Tuning tuning) {
        Clipping clipping = tuning.clipping();
        double limit = clipping.limit();
        return switch (clipping.kind()) {
            case NONE -> List.of();
            case VALUE ->
                    List.of(
                            "gs = torch._foreach_clamp_max(torch._foreach_clamp_min(gs, "
                                    + -limit
                                    + "), "
                                    + limit
                                    + ")");
            case NORM ->
                    List.of(
                            "norms = torch._foreach_norm(gs, 2)",
                            "gs = torch._foreach_mul(torch._foreach_div(gs, "
                                    + longer("foreach_", "norms", tuning)
                                    + "), "
                                    + limit
                                    + ")");
            case GLOBAL_NORM ->
                    List.of(
                            "norm = torch.norm(torch.stack(torch._foreach_norm(gs, 2)))",
                            "gs = torch._foreach_mul(gs, torch.div("
                                    + limit
                                    + ", float("
                                    + longer("", "norm", tuning)
                                    + ")))");
        };
    }

    /** A gradient's length, or the limit if that is longer. */
    private static String longer(String family, String norm, Tuning tuning) {
        String torch = family.isEmpty() ? "torch." : "torch._" + family;
        String guarded = tuning.isPyTorch() ? torch + "add(" + norm + ", " + GUARD + ")" : norm;
        return torch + "clamp_min(" + guarded + ", " + tuning.clipping().limit() + ")";
    }
}
