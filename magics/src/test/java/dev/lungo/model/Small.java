package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.dropout;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;

import dev.lungo.optim.Optimizer;

/** A small model for {@link Pictures}, with dropout, so that random numbers matter. */
final class Small {
    private Small() {}

    static Model model() {
        return model(adam(0.01));
    }

    static Model model(Optimizer optimizer) {
        return sequential(
                        input(8, 8, 1),
                        conv2d(4, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dropout(0.3),
                        dense(3).softmax())
                .compile(optimizer, sparseCategoricalCrossentropy(), accuracy());
    }
}
