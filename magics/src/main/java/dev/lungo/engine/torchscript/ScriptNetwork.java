package dev.lungo.engine.torchscript;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.lungo.LungoException;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.engine.EngineException;
import dev.lungo.engine.Held;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program loaded into libtorch as a script, called for many batches at a time. */
final class ScriptNetwork implements Network {
    private static final Predicate<String> MEMORY = line -> line.contains("allocate");

    private final List<Weight> weights;
    private final List<StateTensor> states;
    private final Graph graph;
    private final Optional<Objective> objective;

    /** The numbers in a row of outputs. */
    private final int width;

    /** The losses told beside their sum. */
    private final int parts;

    /**
     * Held as a field: DJL's Model has a finalizer that frees the script, also in the middle of a
     * call.
     */
    private final Model model;

    private final NDManager manager;
    private final ParameterStore store;
    private final ScriptSteps steps;
    private final Map<String, NDArray> names = new HashMap<>();
    private final OneExample one;

    private Chance chance = new Chance(System.nanoTime());

    private ScriptNetwork(Program program, Model model) {
        this.weights = program.graph().weights();
        this.states = StateTensor.of(program);
        this.graph = program.graph();
        this.objective = program.objective();
        this.width = graph.width();
        this.parts = graph.outputs().size() == 1 ? 0 : graph.outputs().size();
        this.model = model;
        this.manager = model.getNDManager();
        this.store = new ParameterStore(manager, false);
        this.steps = new ScriptSteps(program, (method, a) -> call(method, a, true), manager);
        this.one = new OneExample(manager);
    }

    static ScriptNetwork open(Program asked, Map<String, float[]> values) {
        Program program = Rewrites.of(asked);
        Model model = Model.newInstance("net", "PyTorch");
        try {
            TemporaryScript.load(
                    out -> ProgramFile.write(out, program, values),
                    file -> {
                        // It must be a path: DJL ignores the option for a stream, and then the
                        // weights are frozen.
                        model.load(file, null, Map.of("trainParam", "true"));
                        return model;
                    });
            return new ScriptNetwork(program, model);
        } catch (IOException e) {
            model.close();
            throw new EngineException(
                    "The model could not be handed to PyTorch through the temporary folder "
                            + System.getProperty("java.io.tmpdir")
                            + ": "
                            + e.getMessage()
                            + ". Make room there, or start Java with -Djava.io.tmpdir=FOLDER.",
                    e);
        } catch (MalformedModelException | RuntimeException e) {
            model.close();
            throw failure(e);
        }
    }

    /** Examples as arrays of the engine. */
    private record Placed(
            NDManager owner, List<NDArray> inputs, List<NDArray> targets, NDArray weights)
            implements Examples {
        @Override
        public void close() {
            owner.close();
        }
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
        NDManager owner = manager.newSubManager();
        try {
            return new Placed(
                    owner,
                    Placement.inputs(inputs, owner),
                    Placement.targets(targets, graph, objective, owner),
                    owner.create(weights));
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        } catch (OutOfMemoryError e) {
            owner.close();
            throw new EngineException(
                    "There is no room for the examples beside the model."
                            + "\nReceived: "
                            + inputs.size()
                            + " examples of "
                            + inputs.each().stream()
                                    .map(one -> one.shape() + " as " + one.type())
                                    .collect(Collectors.joining(" and "))
                            + "\nExpected: at most what Java may use for data, "
                            + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MB here\nFix: take(n) fewer examples, or start Java with more:"
                            + " -XX:MaxDirectMemorySize=4g.",
                    e);
        }
    }

    @Override
    public Steps train(Examples examples, int[] rows, int batchSize, double[] rates, boolean tell) {
        Placed placed = (Placed) examples;
        try (NDManager call = manager.newSubManager()) {
            NDList arguments =
                    new NDList(
                            call.create(new long[] {batchSize, tell ? 1 : 0}),
                            call.create(rows),
                            call.create(rates),
                            call.create(chance.steps(rates.length)));
            arguments.addAll(placed.inputs());
            arguments.addAll(placed.targets());
            arguments.add(placed.weights());
            float[] told = numbers(call("train", arguments, true));
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
            NDList arguments = new NDList(call.create(new long[] {from, to}));
            arguments.addAll(placed.inputs());
            arguments.addAll(placed.targets());
            float[] rows = numbers(call("evaluate", arguments, false));
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
            return numbers(call("predict", arguments, false));
        }
    }

    @Override
    public float[] predict(Values inputs) {
        if (parts > 0) {
            // What the whole model gives is then no single array.
            try (Examples examples = place(inputs, new NoTargets(inputs.size()))) {
                return predict(examples, 0, inputs.size());
            }
        }
        if (inputs.size() == 1 && inputs.each().size() == 1) {
            try (NDList answer = call("forward", new NDList(one.holding(inputs)), false)) {
                return numbers(answer);
            }
        }
        try (NDManager call = manager.newSubManager()) {
            NDList arguments = new NDList();
            arguments.addAll(Placement.inputs(inputs, call));
            return numbers(call("forward", arguments, false));
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

    /**
     * Calls one method of the script.
     *
     * @param arguments the first is short-lived: DJL attaches the result to its manager
     * @param training without it libtorch makes arrays that can never have gradients
     */
    private NDList call(String method, NDList arguments, boolean training) {
        arguments.add(names.computeIfAbsent(method, this::name));
        boolean gradients = JniUtils.isGradMode();
        try {
            // A thread's own setting. With it libtorch replaces the gradients of relu and linear by
            // slower ones, and after some calls fuses tanh and the like into code that gives other
            // last digits: results would depend on how many batches a call has.
            JniUtils.setGraphExecutorOptimize(false);
            Block block = model.getBlock();
            return block.forward(store, arguments, training);
        } catch (RuntimeException e) {
            // A script that fails leaves this as it was in the middle of it.
            JniUtils.setGradMode(gradients);
            throw failure(e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private static float[] numbers(NDList answer) {
        return answer.singletonOrThrow().toFloatArray();
    }

    /** DJL takes the method's name from an extra array, which it does not pass on. */
    private NDArray name(String method) {
        NDArray name = manager.create(0f);
        name.setName("module_method:" + method);
        return name;
    }

    @Override
    public Map<String, float[]> weights() {
        Map<String, float[]> byName = new LinkedHashMap<>();
        PairList<String, Parameter> parameters = model.getBlock().getParameters();
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i).trainable()) {
                Parameter parameter = parameters.get(ScriptText.parameter(i));
                byName.put(weights.get(i).name(), parameter.getArray().toFloatArray());
            }
        }
        List<Weight> still = weights.stream().filter(weight -> !weight.trainable()).toList();
        List<float[]> values = read("still", still.size());
        for (int i = 0; i < values.size(); i++) {
            byName.put(still.get(i).name(), values.get(i));
        }
        return byName;
    }

    @Override
    public Map<String, float[]> state() {
        Map<String, float[]> byName = new LinkedHashMap<>();
        List<Weight> trainable = weights.stream().filter(Weight::trainable).toList();
        List<float[]> values = read("states", states.size());
        for (int i = 0; i < values.size(); i++) {
            byName.put(states.get(i).key(trainable), values.get(i));
        }
        return byName;
    }

    /** The arrays that a method of the script lists; there is no such method for none. */
    private List<float[]> read(String method, int count) {
        if (count == 0) {
            return List.of();
        }
        try (NDManager call = manager.newSubManager()) {
            return call(method, new NDList(call.create(0f)), true).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private static LungoException failure(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("can't allocate memory") || message.contains("not enough memory")) {
            return new EngineException(
                    "There is not enough memory for a step of this model."
                            + "\nReceived: "
                            + message.lines().filter(MEMORY).findFirst().orElse(message).strip()
                            + "\nExpected: arrays that fit into this machine's memory"
                            + "\nFix: use a smaller batchSize, smaller layers, or close other"
                            + " programs. The model keeps the weights of its last step.",
                    e);
        }
        return OwnStep.stale(message)
                .orElseGet(() -> new EngineException("PyTorch failed: " + message, e));
    }
}
