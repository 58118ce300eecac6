package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.binaryCrossentropy;
import static dev.lungo.Lungo.concatenate;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.loss;
import static dev.lungo.Lungo.losses;
import static dev.lungo.Lungo.mae;
import static dev.lungo.Lungo.model;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.shared;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static dev.lungo.Lungo.zeros;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The whole text of what is said about several inputs and outputs that do not fit together. */
class SeveralErrorTests {
    private static final float[][] A = new float[3][2];
    private static final float[][] B = new float[3][4];
    private static final float[] AGE = {1, 2, 3};
    private static final int[] KIND = {0, 1, 2};

    private final Input a = input(2).named("a");
    private final Input b = input(4).named("b");
    private final Branch both = concatenate(a, b);
    private final Branch age = dense(1).named("age").of(both);
    private final Branch kind = dense(3).softmax().named("kind").of(both);
    private final Model model = model(List.of(a, b), List.of(age, kind));
    private final Model compiled =
            model(List.of(a, b), List.of(age, kind))
                    .compile(adam(), losses(mse(), sparseCategoricalCrossentropy()));

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(LungoException.class).hasMessage(message.strip());
    }

    @Test
    void names_the_inputs_that_are_missing() {
        assertRefused(
                () -> compiled.fit(data(A, List.of(AGE, KIND))),
                """
                fit: the data does not have as many inputs as the model.
                Received: 1: examples of 2
                Expected: 2: a, b
                Fix: pass an array for each, for example data(List.of(a, b), y).
                """);
        assertRefused(
                () -> sequential(input(2), dense(1)).predict(data(List.of(A, B))),
                """
                predict: the data does not have as many inputs as the model.
                Received: 2: examples of 2, 4
                Expected: 1: input
                Fix: pass one array of examples.
                """);
        assertRefused(
                () -> compiled.predict(1, 2),
                """
                predict: the model has several inputs.
                Received: one array
                Expected: an array for each of [a, b]
                Fix: write predict(data(List.of(a, b))).
                """);
    }

    @Test
    void names_the_input_whose_shape_does_not_fit() {
        assertRefused(
                () -> compiled.evaluate(data(List.of(A, A), List.of(AGE, KIND))),
                """
                evaluate, input b: the data does not have the shape of the model's input.
                Received: examples of 2
                Expected: 4, as in input(4)
                Fix: use data of that shape, or make the model for this data.
                """);
    }

    @Test
    void names_the_outputs_whose_targets_are_missing() {
        assertRefused(
                () -> compiled.fit(data(List.of(A, B), AGE)),
                """
                fit: the data does not have targets for each output of the model.
                Received: targets of 1
                Expected: 2: age, kind
                Fix: pass an array for each, for example data(x, List.of(y, z)).
                """);
        assertRefused(
                () -> compiled.fit(data(List.of(A, B))),
                """
                fit, output age: the data has no targets.
                Received: examples alone
                Expected: examples and what the model should say of each
                Fix: use data(x, y).
                """);
        assertRefused(
                () -> compiled.fit(data(List.of(A, B), List.of(AGE, new int[] {0, 1, 3}))),
                """
                fit, output kind: label 3 but the last layer has 3 units (0-2).
                Received: label 3 for example 2
                Expected: 0 to 2
                Fix: give the last layer one unit for each of the 4 classes: dense(4).
                """);
    }

    @Test
    void wants_a_loss_for_each_output() {
        assertRefused(
                () -> model.compile(adam(), mse()),
                """
                compile needs a loss for each output of the model.
                Received: mse()
                Expected: a loss for each of [age, kind]
                Fix: write losses(..) with a loss for each output, in this order or by name.
                """);
        assertRefused(
                () -> model.compile(adam(), losses(mse())),
                """
                compile needs a loss for each output of the model.
                Received: 1 losses: [mse()]
                Expected: a loss for each of [age, kind]
                Fix: write losses(..) with a loss for each output, in this order or by name.
                """);
        assertRefused(
                () -> model.compile(adam(), losses(Map.of("age", mse(), "sort", mse()))),
                """
                compile needs a loss for each output of the model.
                Received: losses for [age, sort]
                Expected: a loss for each of [age, kind]
                Fix: write losses(..) with a loss for each output, in this order or by name.
                """);
        assertRefused(
                () -> model.compile(adam(), losses(binaryCrossentropy(), mse())),
                """
                binaryCrossentropy() needs probabilities, one for each yes-or-no question.
                Received: a model whose last layer (age) gives plain numbers
                Expected: a last layer that ends with sigmoid
                Fix: end the model with dense(1).sigmoid(), or write \
                binaryCrossentropy().fromLogits() to train on plain numbers.
                """);
    }

    @Test
    void wants_weights_that_belong_to_losses() {
        assertRefused(
                () -> losses(mse(), mse()).weights(1),
                """
                losses(..).weights(..) needs a weight for each loss.
                Received: 1 weights and 2 losses
                Expected: as many weights as losses
                Fix: use 1 for an output that counts as usual.
                """);
        assertRefused(
                () -> losses(mse(), mse()).weights(1, -1),
                """
                losses(..).weights(..) cannot count an output like this.
                Received: -1.0
                Expected: 0 or more
                Fix: use 1 for an output that counts as usual.
                """);
        assertRefused(
                () -> losses(Map.of("age", mse())).weights(0.5),
                """
                These losses have names, so their weights need them too.
                Received: [0.5]
                Expected: weights for [age]
                Fix: for example weights(Map.of("age", 0.5)).
                """);
        assertRefused(
                () -> losses(Map.of("age", mse())).weights(Map.of("size", 0.5)),
                """
                losses(..).weights(..) names an output that has no loss here.
                Received: [size]
                Expected: some of [age]
                Fix: write losses(Map.of("age", mse(), ..)).weights(Map.of("age", 0.5)).
                """);
    }

    @Test
    void wants_an_output_for_each_metric() {
        var loss = losses(mse(), sparseCategoricalCrossentropy());
        assertRefused(
                () -> model.compile(adam(), loss, accuracy()),
                """
                compile cannot know which output this metric is for.
                Received: accuracy()
                Expected: an output of [age, kind]
                Fix: write accuracy().on("age").
                """);
        assertRefused(
                () -> model.compile(adam(), loss, mae().on("size")),
                """
                compile cannot measure an output that the model does not have.
                Received: mae().on("size")
                Expected: an output of [age, kind]
                Fix: use one of these, or name the layer with .named("...").
                """);
        model.compile(adam(), loss, accuracy().on("age"));
        assertRefused(
                () -> model.fit(data(List.of(A, B), List.of(AGE, KIND))),
                """
                fit, output age: accuracy() counts right answers.
                Received: target 2.0 for example 1
                Expected: 0 (no) or 1 (yes)
                Fix: use mae() or r2() for measurements.
                """);
    }

    @Test
    void compares_the_names_of_the_data_with_those_of_the_model() {
        assertRefused(
                () -> compiled.fit(data(Map.of("a", A, "c", B), List.of(AGE, KIND))),
                """
                fit: the names of the data's inputs are not those of the model.
                Received: [a, c]
                Expected: [a, b]
                Fix: use these names, or give the layers others with .named("...").
                """);
        assertRefused(
                () -> compiled.fit(data(List.of(A, B), Map.of("age", AGE))),
                """
                fit: the names of the data's targets are not those of the model.
                Received: [age]
                Expected: [age, kind]
                Fix: use these names, or give the layers others with .named("...").
                """);
    }

    @Test
    void refuses_data_that_cannot_belong_together() {
        assertRefused(
                () -> data(List.of(A, new float[4][4]), AGE),
                """
                data(x, y) needs as many examples in each part of x.
                Received: 3 in one part and 4 in another
                Expected: as many in each
                Fix: pass arrays of one length, an entry for each example.
                """);
        assertRefused(
                () -> data(List.of(A, "b"), AGE),
                """
                data(x, y) takes numbers in arrays.
                Received: x.get(1) is String
                Expected: for example float[][], double[] or int[]
                Fix: collect the numbers in an array, an entry for each example.
                """);
        assertRefused(
                () -> data(List.of(), AGE),
                """
                data(x, y) takes several inputs or outputs in a list.
                Received: x is empty
                Expected: an array for each
                Fix: for example data(List.of(a, b), y).
                """);
    }

    @Test
    void does_not_guess_which_input_or_output_is_meant() {
        var several = data(List.of(A, B), List.of(AGE, KIND));
        assertRefused(
                () -> several.classWeights(1, 2, 1),
                """
                classWeights(..) cannot know which output it is for.
                Received: targets of 2 outputs
                Expected: targets of one output
                Fix: give each example a weight with weights(float[]), or outputs with \
                losses(..).weights(..).
                """);
        assertRefused(
                () -> several.normalize(0, 1),
                """
                raw() and normalize(..) cannot know which input it is for.
                Received: 2 inputs
                Expected: data of one input
                Fix: prepare that input first: data(List.of(pictures.normalize(0.5, 0.5), words), y).
                """);
        assertRefused(
                several::shape,
                """
                These examples have several inputs, and each has a shape of its own.
                Received: 2 inputs
                Expected: one input
                Fix: reshape or read each input before data(List.of(..), ..), or use \
                inputs().each().
                """);
        assertRefused(
                () -> data(List.of(several, A), AGE),
                """
                data(List.of(..), ..) cannot know which input it is for.
                Received: 2 inputs
                Expected: data of one input
                Fix: prepare that input first: data(List.of(pictures.normalize(0.5, 0.5), words), y).
                """);
        assertRefused(
                () -> data(List.of(data(A, AGE).weights(new float[3]), B), AGE),
                """
                data(x, y) cannot tell what each example counts.
                Received: x.get(0) has weights of its own
                Expected: weights for all inputs together
                Fix: set them last: data(List.of(a, b), y).weights(weights).
                """);
    }

    @Test
    void asks_for_one_output_of_several() {
        Predictions said = compiled.predict(data(List.of(A, B)));
        assertRefused(
                () -> said.values(0),
                """
                The model has several outputs, and each says something else.
                Received: a question to all of [age, kind]
                Expected: a question to one of them
                Fix: write .output("age") before it.
                """);
        assertRefused(
                () -> said.output("size"),
                """
                The model has no output of this name.
                Received: "size"
                Expected: one of [age, kind]
                Fix: use one of these, or name the layer with .named("...").
                """);
        assertRefused(
                () -> said.output("age").output("age"),
                """
                The model has no output of this name.
                Received: "age"
                Expected: nothing: it has one output
                Fix: leave out .output(..).
                """);
        assertRefused(
                () -> compiled.evaluate(data(List.of(A, B), List.of(AGE, KIND))).accuracy(),
                """
                The model has several outputs, and each says something else.
                Received: a question to all of [age, kind]
                Expected: a question to one of them
                Fix: write .output("age") before it.
                """);
    }

    @Test
    void refuses_inputs_and_outputs_that_are_not_connected() {
        Input other = input(3);
        assertRefused(
                () -> model(List.of(a, b, other), List.of(age, kind)),
                """
                No output of the model depends on one of its inputs.
                Received: input, input(3)
                Expected: inputs that layers read
                Fix: leave that input out, or connect it.
                """);
        assertRefused(
                () -> model(List.of(a, other), age),
                """
                The model's output depends on an input that the model was not given.
                Received: input(4).named("b")
                Expected: only the model's own inputs: [input(2).named("a"), input(3)]
                Fix: use the variable that input(...) was kept in; each call makes a new one.
                """);
        assertRefused(
                () -> model(List.of(a, b), List.of(age, age)),
                """
                A model cannot have these outputs.
                Received: one of them twice: [dense(1).named("age") giving 1, \
                dense(1).named("age") giving 1]
                Expected: at least one branch, each once
                Fix: write for example model(List.of(a, b), List.of(x, y)).
                """);
        assertRefused(
                () -> model(List.of(), age),
                """
                A model cannot have these inputs.
                Received: none
                Expected: at least one input(...), each once
                Fix: write for example model(List.of(a, b), List.of(x, y)).
                """);
    }

    @Test
    void refuses_a_shared_layer_that_is_frozen_in_one_place() {
        var twin = shared(dense(8)).named("twin");
        assertRefused(
                () -> model(a, concatenate(twin.of(a), twin.frozen().of(a))),
                """
                A shared layer cannot learn in one place and be frozen in another.
                Received: twin.kernel, frozen here only
                Expected: the same in each place
                Fix: write shared(layer.frozen()) once, or use two layers.
                """);
    }

    @Test
    void refuses_losses_in_losses() {
        assertRefused(
                () -> losses(losses(mse()), mse()),
                """
                losses(..) takes one loss for each output.
                Received: losses(mse())
                Expected: losses such as mse()
                Fix: write losses(..) once, with a loss for each output.
                """);
    }

    @Test
    void refuses_to_apply_to_too_few_inputs_or_to_give_one_of_several_outputs() {
        assertRefused(
                () -> compiled.apply(zeros(3, 2), zeros(3, 4)),
                """
                apply gives one tensor.
                Received: a model with the outputs [age, kind]
                Expected: a model with one output
                Fix: use applyAll(...), which gives a list.
                """);
        assertRefused(
                () -> compiled.applyAll(zeros(3, 2)),
                """
                apply needs a tensor for each input of the model.
                Received: 1 tensor
                Expected: 2
                Fix: for example model.apply(batch.x(0), batch.x(1)).
                """);
    }

    @Test
    void refuses_a_shared_layer_for_branches_of_other_sizes() {
        var twin = shared(dense(8)).named("twin");
        assertRefused(
                () -> model(List.of(a, b), concatenate(twin.of(a), twin.of(b))),
                """
                A shared layer needs weights of one size wherever it is used.
                Received: twin.kernel with [8, 2], and here it would need [8, 4]
                Expected: branches with the same number of features
                Fix: bring the branches to one shape first, or use two layers.
                """);
    }
}
