package dev.lungo.engine.torchscript;

import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.engine.Held;
import dev.lungo.engine.Network;
import dev.lungo.engine.Program;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network with lambdas that must be run as they are: Java goes through the batches, and calls
 * libtorch for what lies between the lambdas.
 */
final class StepwiseNetwork implements Network {
    private final ScriptNetwork script;
    private final Program program;

    StepwiseNetwork(ScriptNetwork script, Program program) {
        this.script = script;
        this.program = program;
    }

    /** Whether a program needs this. */
    static boolean isNeeded(Program program) {
        return !ScriptText.isWhole(program.graph())
                || program.objective()
                        .filter(
                                how ->
                                        OutputText.of(program).losses(how).stream()
                                                .anyMatch(LossLines::isCustom))
                        .isPresent();
    }

    @Override
    public Steps train(Examples examples, int[] rows, int batchSize, double[] rates, boolean tell) {
        double sum = 0;
        List<float[]> told = new ArrayList<>();
        for (int step = 0; step < rates.length; step++) {
            int first = step * batchSize;
            int[] batch = Arrays.copyOfRange(rows, first, Math.min(rows.length, first + batchSize));
            Held outputs = script.outputs(examples, batch, true);
            Held loss = script.total(each(outputs, examples, batch, true), examples, batch);
            sum += loss.values()[0] * batch.length;
            script.step(loss, rates[step]);
            if (tell) {
                told.add(outputs.values());
            }
        }
        return new Steps(sum, joined(told));
    }

    @Override
    public Answers evaluate(Examples examples, int from, int to) {
        int[] batch = IntStream.range(from, to).toArray();
        Held outputs = script.outputs(examples, batch, false);
        Held each = each(outputs, examples, batch, false);
        return new Answers(script.finished(outputs).values(), script.judged(each).values());
    }

    @Override
    public float[] predict(Examples examples, int from, int to) {
        int[] batch = IntStream.range(from, to).toArray();
        return script.finished(script.outputs(examples, batch, false)).values();
    }

    @Override
    public float[] predict(Values inputs) {
        try (Examples examples =
                script.place(inputs, new dev.lungo.data.NoTargets(inputs.size()))) {
            return predict(examples, 0, inputs.size());
        }
    }

    private Held each(Held outputs, Examples examples, int[] batch, boolean learning) {
        Held target = script.target(outputs, examples, batch);
        if (!(program.objective().orElseThrow().loss() instanceof LambdaLoss own)
                || own.untraceable(program.graph()).isEmpty()) {
            return script.each(outputs, target, learning);
        }
        Shape given = program.graph().output().shape();
        Tensor prediction = Tensor.of(outputs, ScriptSteps.batch(batch.length, given));
        Shape compared = own.target().orElseThrow();
        Tensor wanted = Tensor.of(target, ScriptSteps.batch(batch.length, compared));
        return own.each(prediction, wanted).held();
    }

    private static float[] joined(List<float[]> arrays) {
        float[] all = new float[arrays.stream().mapToInt(array -> array.length).sum()];
        int filled = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, all, filled, array.length);
            filled += array.length;
        }
        return all;
    }

    @Override
    public Held apply(Held inputs, int examples, boolean learning) {
        return script.apply(inputs, examples, learning);
    }

    @Override
    public void step(Held loss, double rate) {
        script.step(loss, rate);
    }

    @Override
    public void seed(long seed) {
        script.seed(seed);
    }

    @Override
    public void threads(int count, boolean awake) {
        script.threads(count, awake);
    }

    @Override
    public Examples place(Values inputs, Targets targets, float[] weights) {
        return script.place(inputs, targets, weights);
    }

    @Override
    public Map<String, float[]> weights() {
        return script.weights();
    }

    @Override
    public Map<String, float[]> state() {
        return script.state();
    }

    @Override
    public void close() {
        script.close();
    }
}
