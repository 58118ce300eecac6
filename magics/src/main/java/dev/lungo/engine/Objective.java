package dev.lungo.engine;

import dev.lungo.loss.Loss;
import dev.lungo.optim.Optimizer;

/**
 * What training makes small, and how.
 *
 * @param optimizer how weights are moved
 * @param loss what is made small
 */
public record Objective(Optimizer optimizer, Loss loss) {}
