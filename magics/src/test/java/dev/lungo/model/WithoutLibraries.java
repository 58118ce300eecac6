package dev.lungo.model;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;

/**
 * Run as a process of its own, without DJL, XChart or Tablesaw: descriptions and checks need none
 * of them.
 */
final class WithoutLibraries {
    private WithoutLibraries() {}

    public static void main(String[] args) {
        Model cnn =
                sequential(
                        input(28, 28, 1),
                        conv2d(32, 3).relu(),
                        maxPool2d(2),
                        conv2d(64, 3).relu(),
                        maxPool2d(2),
                        conv2d(64, 3).relu(),
                        flatten(),
                        dense(64).relu(),
                        dense(10).softmax());
        System.out.print(cnn.parameters() + " parameters\n");
        Model small = sequential(input(8, 8, 1), flatten(), dense(2).softmax());
        small.compile(adam(), sparseCategoricalCrossentropy());
        try {
            small.fit(Pictures.of(10));
        } catch (ModelException e) {
            System.out.print(e.getMessage() + "\n");
        }
    }
}
