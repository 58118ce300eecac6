package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.engine.Held;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A program loaded into libtorch as a script, called for many batches at a time. */
final class ScriptNetwork implements Network {
    private final List<Weight> weights;
    private final List<StateTensor> states;
    private final Graph graph;
    private final Optional<Objective> objective;

    /** The numbers in a row of outputs. */
    private final int width;

    /** The losses told beside their sum. */
    private final int parts;

    private final Script script;
    private final NDManager manager;
    private final ScriptSteps steps;
    private final OneExample one;
    private Chance chance = new Chance(System.nanoTime());

    private ScriptNetwork(Program program, Script script) {
        this.weights = program.graph().weights();
        this.states = StateTensor.of(program);
        this.graph = program.graph();
        this.objective = program.objective();
        this.width = graph.width();
        this.parts = graph.outputs().size() == 1 ? 0 : graph.outputs().size();
        this.script = script;
        this.manager = script.manager();
        this.steps = new ScriptSteps(program, script);
        this.one = new OneExample(script, graph);
    }

    static ScriptNetwork open(Program asked, Map<String, float[]> values) {
        Program program = Rewrites.of(asked);
        return new ScriptNetwork(program, Script.load(program, values));
    }

    @Override
    public void seed(long seed) {
        chance = new Chance(seed);
    }

    @Override
    public void threads(int count, boolean awake) {
        JniUtils.setNumThreads(count);
        if (count > 1 && awake) {
            Waiting.awake();
        } else if (count > 1) {
            Waiting.asleep();
        }
    }

    @Override
    public Examples place(Values inputs, Targets targets, float[] weights) {
        return Placed.of(inputs, targets, weights, graph, objective, manager);
    }

    @Override
    public Steps train(Examples examples, int[] rows, int batchSize, double[] rates, boolean tell) {
        Placed placed = (Placed) examples;
        try (NDManager call = manager.newSubManager()) {
            NDList arguments =
                    placed.behind(
                            call.create(new long[] {batchSize, tell ? 1 : 0}),
                            call.create(rows),
                            call.create(rates),
                            call.create(chance.steps(rates.length)));
            arguments.add(placed.weights());
            float[] told = script.numbers("train", arguments, true);
            int columns = 2 + parts;
            int sums = columns * ((rows.length + batchSize - 1) / batchSize);
            double loss = 0;
            double[] each = new double[parts];
            for (int i = 0; i < sums; i += columns) {
                loss += told[i];
                for (int part = 0; part < parts; part++) {
                    each[part] += told[i + 2 + part];
                }
            }
            return new Steps(loss, each, Arrays.copyOfRange(told, sums, told.length));
        }
    }

    @Override
    public Answers evaluate(Examples examples, int from, int to) {
        Placed placed = (Placed) examples;
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = placed.behind(call.create(new long[] {from, to}));
            float[] rows = script.numbers("evaluate", arguments, false);
            int columns = width + 1 + parts;
            float[] answers = new float[(to - from) * width];
            for (int i = 0; i < to - from; i++) {
                System.arraycopy(rows, i * columns, answers, i * width, width);
            }
            return new Answers(
                    answers,
                    column(rows, columns, width),
                    IntStream.range(0, parts)
                            .mapToObj(part -> column(rows, columns, width + 1 + part))
                            .toList());
        }
    }

    private static float[] column(float[] rows, int columns, int column) {
        float[] values = new float[rows.length / columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * columns + column];
        }
        return values;
    }

    @Override
    public float[] predict(Examples examples, int from, int to) {
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = new NDList(call.create(new long[] {from, to}));
            arguments.addAll(((Placed) examples).inputs());
            return script.numbers("predict", arguments, false);
        }
    }

    @Override
    public float[] predict(Values inputs) {
        if (inputs.size() == 1 && inputs.each().size() == 1) {
            return one.predict(inputs);
        }
        if (parts > 0) {
            // What the whole model gives is then no single array.
            try (Examples examples = place(inputs, new NoTargets(inputs.size()))) {
                return predict(examples, 0, inputs.size());
            }
        }
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = new NDList();
            arguments.addAll(Placement.inputs(inputs, call));
            return script.numbers("forward", arguments, false);
        }
    }

    @Override
    public List<Held> apply(List<Held> inputs, int examples, boolean learning) {
        List<Held> given = steps.apply(inputs, examples, learning, chance.steps(1)[0]);
        Reference.reachabilityFence(inputs);
        return given;
    }

    @Override
    public void step(Held loss, double rate) {
        if (!loss.learns()) {
            throw OwnStep.noPart();
        }
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = new NDList(((NativeArray) loss).array());
            arguments.add(call.create(new double[] {rate}));
            float used = steps.call("update", true, arguments).get(0).values()[0];
            Reference.reachabilityFence(loss);
            if (used == 0) {
                throw OwnStep.noPart();
            }
        }
    }

    /** What the losses are computed from, for some examples. */
    List<Held> fronts(Examples examples, int[] rows, boolean learning) {
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = new NDList(call.create(rows));
            arguments.addAll(((Placed) examples).inputs());
            List<Held> entered = steps.call("picked", false, arguments);
            return steps.fronts(entered, rows.length, learning, chance.steps(1)[0]);
        }
    }

    /** The targets of some examples for one output. */
    Held target(int output, Held front, Examples examples, int[] rows) {
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = new NDList(((NativeArray) front).array(), call.create(rows));
            arguments.add(((Placed) examples).targets().get(output));
            Held target = steps.call("target" + suffix(output), false, arguments).get(0);
            Reference.reachabilityFence(front);
            return target;
        }
    }

    /** The loss of one output for each example. */
    Held each(int output, Held front, Held target) {
        NDList arguments =
                new NDList(((NativeArray) front).array(), ((NativeArray) target).array());
        Held each = steps.call("each" + suffix(output), front.learns(), arguments).get(0);
        Reference.reachabilityFence(List.of(front, target));
        return each;
    }

    private String suffix(int output) {
        return InputText.suffix(output, graph.outputs().size());
    }

    /** One loss of many, as training makes it small; then that of each output, if several. */
    List<Held> total(List<Held> each, Examples examples, int[] rows) {
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = ScriptSteps.listed("each[]", each);
            arguments.add(call.create(rows));
            arguments.add(((Placed) examples).weights());
            boolean learns = each.stream().anyMatch(Held::learns);
            List<Held> total = steps.call("total", learns, arguments);
            Reference.reachabilityFence(each);
            return total;
        }
    }

    /**
     * One array of several: the loss of each example as tests show it ({@code judged}, {@code
     * each[]}), or what the model gives in one row ({@code given} or {@code told}, {@code ps[]}).
     */
    float[] joined(String method, String list, List<Held> several) {
        NDList arguments = ScriptSteps.listed(list, several);
        float[] values = steps.call(method, false, arguments).get(0).values();
        Reference.reachabilityFence(several);
        return values;
    }

    @Override
    public Map<String, float[]> weights() {
        Map<String, float[]> byName = new LinkedHashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).trainable()) {
                byName.put(weights.get(i).name(), script.parameter(ScriptText.parameter(i)));
            }
        }
        List<Weight> still = weights.stream().filter(weight -> !weight.trainable()).toList();
        List<float[]> values = script.listed("still", still.size());
        for (int i = 0; i < values.size(); i++) {
            byName.put(still.get(i).name(), values.get(i));
        }
        return byName;
    }

    @Override
    public Map<String, float[]> state() {
        Map<String, float[]> byName = new LinkedHashMap<>();
        List<Weight> trainable = weights.stream().filter(Weight::trainable).toList();
        List<float[]> values = script.listed("states", states.size());
        for (int i = 0; i < values.size(); i++) {
            byName.put(states.get(i).key(trainable), values.get(i));
        }
        return byName;
    }

    @Override
    public void close() {
        script.close();
    }
}
