package dev.lungo.engine.torchscript;

import dev.lungo.data.Transform;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a program as TorchScript, in the form in which libtorch stores compiled modules.
 *
 * <p>Numbers are joined with {@code +}, never with {@code String.format}: some locales write other
 * digits.
 */
final class ScriptText {
    /** Torch's number for this element type. */
    static final String FLOAT32 = "6";

    private final Program program;
    private final List<String> lines = new ArrayList<>();

    private ScriptText(Program program) {
        this.program = program;
    }

    /** The class text of the module for this program. */
    static String of(Program program) {
        ScriptText text = new ScriptText(program);
        text.declarations();
        text.inputs();
        text.outputs();
        text.predict();
        text.forward();
        text.kept();
        program.objective().ifPresent(text::training);
        return String.join("\n", text.lines) + "\n";
    }

    /** The attribute that holds weight number {@code i}. */
    static String parameter(int i) {
        return "w" + i;
    }

    /** The attributes of the weights that training moves, or of the others. */
    private List<String> parameters(boolean trainable) {
        List<Weight> weights = graph().weights();
        return IntStream.range(0, weights.size())
                .filter(i -> weights.get(i).trainable() == trainable)
                .mapToObj(ScriptText::parameter)
                .toList();
    }

    private Graph graph() {
        return program.graph();
    }

    private void declarations() {
        List<String> parameters = parameters(true);
        List<String> state = new ArrayList<>(parameters(false));
        state.addAll(states());
        line(0, "class Net(Module):");
        line(1, "__parameters__ = " + quoted(parameters));
        line(1, "__buffers__ = " + quoted(state));
        line(1, "training : bool");
        parameters.forEach(name -> line(1, name + " : Tensor"));
        state.forEach(name -> line(1, name + " : Tensor"));
    }

    /** Makes raw data what the model expects; pictures become channels first, as a view. */
    private void inputs() {
        Transform transform = program.transform();
        line(1, "def inputs(self: __torch__.Net, X: Tensor, rows: Tensor) -> Tensor:");
        line(2, "return self.seen(torch.index_select(X, 0, rows))");
        line(1, "def seen(self: __torch__.Net, X: Tensor) -> Tensor:");
        line(2, "x = torch.to(X, " + FLOAT32 + ")");
        if (transform.scale() != 1) {
            line(2, "x = torch.mul(x, " + transform.scale() + ")");
        }
        if (transform.mean() != 0) {
            line(2, "x = torch.sub(x, " + transform.mean() + ")");
        }
        if (transform.std() != 1) {
            line(2, "x = torch.div(x, " + transform.std() + ")");
        }
        line(2, "return " + Layout.asInTorch("x", graph().input()));
    }

    /**
     * The model up to what its loss is computed from: a softmax or sigmoid that the loss applies
     * itself is left out.
     */
    private void outputs() {
        line(1, "def outputs(self: __torch__.Net, x: Tensor, learning: bool) -> Tensor:");
        String last = "x";
        for (Node node : graph().nodes()) {
            if (node.operation() instanceof Operation.Input) {
                line(2, OperationText.variable(node.id()) + " = x");
            } else if (node == graph().output() && leftOut().isPresent()) {
                break;
            } else {
                OperationText.of(graph(), node).forEach(text -> line(2, text));
            }
            last = OperationText.variable(node.id());
        }
        line(2, "return " + Layout.asInKeras(last, graph().output().shape()));
    }

    /** The model's last function, if its loss is computed from the values before it. */
    private Optional<Activation> leftOut() {
        return program.objective()
                .flatMap(objective -> objective.loss().link(graph()))
                .filter(graph()::endsWith);
    }

    private void predict() {
        line(1, "def predict(self: __torch__.Net, span: Tensor, X: Tensor) -> Tensor:");
        rowsOfSpan();
        line(2, "p = self.outputs(self.inputs(X, rows), False)");
        line(2, "return " + finished("p"));
    }

    /** The whole model, here and for those who load the file elsewhere: a batch of examples in. */
    private void forward() {
        line(1, "def forward(self: __torch__.Net, X: Tensor) -> Tensor:");
        line(2, "p = self.outputs(self.seen(X), False)");
        line(2, "return " + finished("p"));
    }

    /**
     * What no gradient moves, and what the optimizer keeps, so that Java can read it: DJL shows
     * only what has gradients.
     */
    private void kept() {
        reader("still", parameters(false));
        reader("states", states());
    }

    private void reader(String name, List<String> attributes) {
        if (!attributes.isEmpty()) {
            line(1, "def " + name + "(self: __torch__.Net, at: Tensor) -> List[Tensor]:");
            line(2, "return [" + listed(attributes) + "]");
        }
    }

    private List<String> states() {
        return StateTensor.of(program).stream().map(StateTensor::name).toList();
    }

    private static String listed(List<String> attributes) {
        return attributes.stream().map(name -> "self." + name).collect(Collectors.joining(", "));
    }

    private void training(Objective objective) {
        LossText loss = LossText.of(objective.loss());
        evaluate(loss);
        OptimizerText optimizer = OptimizerText.of(objective.optimizer());
        List<Weight> weights = graph().trainable();
        line(
                1,
                "def train(self: __torch__.Net, size: Tensor, order: Tensor, rates: Tensor, X:"
                        + " Tensor, Y: Tensor, W: Tensor) -> Tensor:");
        line(2, "was = torch.is_grad_enabled()");
        line(2, "torch.set_grad_enabled(True)");
        line(2, "step = int(size[0])");
        line(2, "tell = torch.eq(int(size[1]), 1)");
        line(2, "weighed = torch.gt(torch.len(W), 0)");
        line(2, "told = annotate(List[Tensor], [])");
        line(2, "batches = torch.floordiv(torch.add(torch.len(order), torch.sub(step, 1)), step)");
        line(
                2,
                "out = torch.zeros([batches, 2], dtype=None, layout=None,"
                        + " device=ops.prim.device(X))");
        line(2, "ws = [" + listed(parameters(true)) + "]");
        optimizer.state().keySet().stream()
                .filter(StateTensor::isOneForEachWeight)
                .sorted()
                .forEach(
                        kind ->
                                line(
                                        2,
                                        kind
                                                + "s = ["
                                                + each(weights.size(), i -> "self." + kind + i)
                                                + "]"));
        optimizer.before(weights.size()).forEach(text -> line(2, text));
        line(2, "for i in range(batches):");
        line(
                3,
                "rows = torch.slice(order, 0, torch.mul(i, step), torch.mul(torch.add(i, 1),"
                        + " step))");
        line(3, "p = self.outputs(self.inputs(X, rows), True)");
        line(3, "y = " + loss.targets("torch.index_select(Y, 0, rows)"));
        line(3, "if weighed:");
        line(4, "each = " + loss.eachExample());
        line(
                4,
                "loss = "
                        + PenaltyText.added(
                                "torch.mean(torch.mul(each, torch.index_select(W, 0, rows)))",
                                graph()));
        line(3, "else:");
        line(4, "loss = " + PenaltyText.added(loss.expression(), graph()));
        line(3, "found = torch.grad([loss], ws)");
        line(3, "torch.set_grad_enabled(False)");
        line(3, "gs = [" + each(weights.size(), i -> gradient(i, weights.get(i))) + "]");
        line(3, "rate = float(torch.select(rates, 0, i))");
        GradientText.of(objective.optimizer().tuning(), optimizer.decays())
                .forEach(text -> line(3, text));
        optimizer.step().forEach(text -> line(3, text));
        line(3, "row = torch.select(out, 0, i)");
        line(
                3,
                "_0 = torch.copy_(torch.select(row, 0, 0), torch.mul(torch.detach(loss),"
                        + " torch.len(rows)))");
        // The compiler does not see that the update writes into the tensors of a list, and drops it
        // unless a list is read after it.
        line(3, "_1 = torch.fill_(torch.select(row, 0, 1), torch.len(ws))");
        line(3, "if tell:");
        line(4, "_2 = torch.append(told, torch.reshape(torch.detach(p), [-1]))");
        line(3, "else:");
        line(4, "pass");
        line(3, "torch.set_grad_enabled(True)");
        line(2, "torch.set_grad_enabled(was)");
        line(2, "return torch.cat(torch.add([torch.reshape(out, [-1])], told))");
    }

    /** Outputs and, in one more column, each example's loss. */
    private void evaluate(LossText loss) {
        line(1, "def evaluate(self: __torch__.Net, span: Tensor, X: Tensor, Y: Tensor) -> Tensor:");
        rowsOfSpan();
        line(2, "p = self.outputs(self.inputs(X, rows), False)");
        line(2, "y = " + loss.targets("torch.index_select(Y, 0, rows)"));
        line(2, "loss = " + PenaltyText.added(loss.eachExample(), graph()));
        line(2, "rows_of_p = torch.flatten(" + finished("p") + ", 1)");
        line(2, "return torch.cat([rows_of_p, torch.unsqueeze(loss, 1)], 1)");
    }

    private void rowsOfSpan() {
        line(
                2,
                "rows = torch.arange(int(span[0]), int(span[1]), dtype=4, layout=None,"
                        + " device=ops.prim.device(X))");
    }

    private String finished(String outputs) {
        return leftOut()
                .map(
                        function ->
                                function.equals(Activation.SOFTMAX)
                                        ? "torch.softmax(" + outputs + ", 1)"
                                        : "torch.sigmoid(" + outputs + ")")
                .orElse(outputs);
    }

    /**
     * The optimizer walks over memory, so a kernel's gradient must lie in it as the kernel does.
     */
    private static String gradient(int i, Weight weight) {
        String plain = "unchecked_cast(Tensor, found[" + i + "])";
        return weight.sizes().size() == 4
                ? "torch.contiguous(" + plain + ", memory_format=2)"
                : "torch.contiguous(" + plain + ")";
    }

    private static String quoted(List<String> names) {
        return names.stream()
                .map(name -> "\"" + name + "\", ")
                .collect(Collectors.joining("", "[", "]"));
    }

    static String each(int count, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(", "));
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }
}
