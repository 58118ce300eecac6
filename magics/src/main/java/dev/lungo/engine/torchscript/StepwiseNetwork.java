package dev.lungo.engine.torchscript;

import dev.lungo.data.NoTargets;
import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.engine.Held;
import dev.lungo.engine.Network;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
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

    /** How the loss of each output is computed; asked once, as it runs the user's lambda. */
    private final List<LossLines> lossLines;

    StepwiseNetwork(ScriptNetwork script, Program program) {
        this.script = script;
        this.program = program;
        this.lossLines = lossLines(program);
    }

    /** Whether a program needs this. */
    static boolean isNeeded(Program program) {
        return !ScriptText.isWhole(program.graph())
                || lossLines(program).stream().anyMatch(LossLines::isCustom);
    }

    private static List<LossLines> lossLines(Program program) {
        return program.objective().isPresent() ? OutputText.of(program).lossLines() : List.of();
    }

    @Override
    public Steps train(Examples examples, int[] rows, int batchSize, double[] rates, boolean tell) {
        double[] sums = new double[1 + (several() ? outputs() : 0)];
        List<float[]> told = new ArrayList<>();
        for (int step = 0; step < rates.length; step++) {
            int first = step * batchSize;
            int[] batch = Arrays.copyOfRange(rows, first, Math.min(rows.length, first + batchSize));
            List<Held> fronts = script.fronts(examples, batch, true);
            List<Held> losses = script.total(each(fronts, examples, batch), examples, batch);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += losses.get(i).values()[0] * batch.length;
            }
            checkGradient(losses.get(0));
            script.step(losses.get(0), rates[step]);
            if (tell) {
                told.add(script.joined("told", "ps[]", fronts));
            }
        }
        return new Steps(sums[0], Arrays.copyOfRange(sums, 1, sums.length), joined(told));
    }

    private void checkGradient(Held loss) {
        if (!loss.learns()) {
            program.objective().stream()
                    .flatMap(how -> how.losses().stream())
                    .filter(LambdaLoss.class::isInstance)
                    .findFirst()
                    .ifPresent(
                            own -> {
                                throw ((LambdaLoss) own).hasNoGradient();
                            });
        }
    }

    @Override
    public Answers evaluate(Examples examples, int from, int to) {
        int[] batch = IntStream.range(from, to).toArray();
        List<Held> fronts = script.fronts(examples, batch, false);
        List<Held> each = each(fronts, examples, batch);
        return new Answers(
                script.joined("given", "ps[]", fronts),
                script.joined("judged", "each[]", each),
                several() ? each.stream().map(Held::values).toList() : List.of());
    }

    @Override
    public float[] predict(Examples examples, int from, int to) {
        int[] batch = IntStream.range(from, to).toArray();
        return script.joined("given", "ps[]", script.fronts(examples, batch, false));
    }

    @Override
    public float[] predict(Values inputs) {
        try (Examples examples = script.place(inputs, new NoTargets(inputs.size()))) {
            return predict(examples, 0, inputs.size());
        }
    }

    private int outputs() {
        return program.graph().outputs().size();
    }

    private boolean several() {
        return outputs() > 1;
    }

    /** The loss of each example, for each output. */
    private List<Held> each(List<Held> fronts, Examples examples, int[] batch) {
        return IntStream.range(0, fronts.size())
                .mapToObj(i -> each(i, fronts.get(i), examples, batch))
                .toList();
    }

    private Held each(int output, Held front, Examples examples, int[] batch) {
        Held target = script.target(output, front, examples, batch);
        if (!lossLines.get(output).isCustom()) {
            return script.each(output, front, target);
        }
        LambdaLoss own = (LambdaLoss) program.objective().orElseThrow().losses().get(output);
        Graph graph = program.graph().withOutput(output);
        Shape given = graph.output().shape();
        Tensor prediction = Tensor.of(front, ScriptSteps.batch(batch.length, given));
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
    public List<Held> apply(List<Held> inputs, int examples, boolean learning) {
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
