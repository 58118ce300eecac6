package dev.lungo.engine.torchscript;

import dev.lungo.optim.AdaDelta;
import dev.lungo.optim.AdaGrad;
import dev.lungo.optim.Adam;
import dev.lungo.optim.AdamW;
import dev.lungo.optim.Adamax;
import dev.lungo.optim.Lion;
import dev.lungo.optim.Nadam;
import dev.lungo.optim.Optimizer;
import dev.lungo.optim.RmsProp;
import dev.lungo.optim.Sgd;
import java.util.List;
import java.util.Map;

/**
 * An optimizer as TorchScript: its state, and one step from gradients {@code gs} to weights {@code
 * ws}.
 *
 * <p>The compiler drops an update of a list's tensors when no list that it writes is read
 * afterwards: the loop reads {@code ws}, so every step must end by writing into {@code ws}, or read
 * what it wrote.
 */
interface OptimizerText {
    /**
     * Kinds of tensors it keeps between steps, each with the value it begins with. For a kind of
     * one letter there is one tensor for each weight, of its sizes: kind {@code m} is {@code
     * self.m0}, {@code self.m1} and so on, in the list {@code ms}.
     */
    Map<String, Float> state();

    /** Lines before the loop. */
    default List<String> before(int weights) {
        return List.of();
    }

    /** Whether its step shrinks the weights itself; if not, it is done before the step. */
    default boolean decays() {
        return false;
    }

    /** Lines for one step; {@code rate} is the learning rate, a number. */
    List<String> step();

    static OptimizerText of(Optimizer optimizer) {
        if (optimizer instanceof Adam adam) {
            return new AdamText(adam, !adam.tuning().isPyTorch());
        } else if (optimizer instanceof AdamW adamW) {
            return new AdamText(adamW.adam(), true);
        } else if (optimizer instanceof Sgd sgd) {
            return new SgdText(sgd);
        } else if (optimizer instanceof RmsProp rmsProp) {
            boolean plain = rmsProp.momentum() == 0 && !rmsProp.aroundMean();
            return plain ? new PlainRmsPropText(rmsProp) : new RmsPropText(rmsProp);
        } else if (optimizer instanceof AdaGrad adaGrad) {
            return new AdaGradText(adaGrad);
        } else if (optimizer instanceof AdaDelta adaDelta) {
            return new AdaDeltaText(adaDelta);
        } else if (optimizer instanceof Nadam nadam) {
            return new NadamText(nadam);
        } else if (optimizer instanceof Adamax adamax) {
            return new AdamaxText(adamax);
        } else if (optimizer instanceof Lion lion) {
            return new LionText(lion);
        }
        throw new AssertionError(optimizer);
    }
}
