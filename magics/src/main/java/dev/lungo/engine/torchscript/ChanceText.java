package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

/**
 * Random numbers in a script: each training has a generator of its own, {@code rng}, seeded anew
 * for each step.
 *
 * <p>Torch's own dropout draws from one generator for the whole process, from which two trainings
 * at once would take each other's numbers; and it draws each value with an exact coin, which takes
 * as long as a small layer. Uniform numbers cut at the rate take a third of that.
 */
final class ChanceText {
    /** How methods declare the generator; there is none where nothing is drawn. */
    static final String PARAMETER = "rng: Optional[Generator]";

    private ChanceText() {}

    /** Makes the generator. */
    static String begin(String like) {
        return "rng = torch.Generator(device=ops.prim.device(" + like + "))";
    }

    /** Begins its numbers anew. */
    static String seed(String seed) {
        return "_rng = torch.manual_seed(rng, int(" + seed + "))";
    }

    /** Values as many as in {@code like}, each 0 with the probability {@code rate}, else scaled. */
    static String coins(String like, double rate) {
        return coinsOf(torch("empty_like", like), rate);
    }

    /** The same in another shape. */
    static String coins(String like, String sizes, double rate) {
        return coinsOf(torch("new_empty", like, sizes), rate);
    }

    private static String coinsOf(String empty, double rate) {
        String drawn = torch("uniform_", empty, "0.", "1.", "generator=rng");
        String coins = torch("floor_", torch("add_", drawn, 1 - rate));
        return torch("mul_", coins, 1 / (1 - rate));
    }
}
