package dev.lungo.engine.torchscript;

import dev.lungo.engine.Program;
import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.List;
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
    private final InputText inputs;
    private final OutputText outputs;
    private final List<String> lines = new ArrayList<>();

    private ScriptText(Program program) {
        this.program = program;
        this.inputs = InputText.of(program);
        this.outputs = OutputText.of(program);
    }

    /** The class text of the module for this program. */
    static String of(Program program) {
        ScriptText text = new ScriptText(program);
        text.declarations();
        text.lines.addAll(text.inputs.methods());
        if (isWhole(program.graph())) {
            text.outputs();
            text.predict();
            text.forward();
            text.answer();
        }
        text.lines.addAll(new StepText(program, text.inputs, text.outputs).methods());
        text.kept();
        if (program.objective().isPresent()) {
            text.training();
        }
        return String.join("\n", text.lines) + "\n";
    }

    /** Whether all of a model is computed inside libtorch. */
    static boolean isWhole(Graph graph) {
        return graph.nodes().stream().noneMatch(node -> node.operation() instanceof Custom);
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

    /** The model up to what its losses are computed from. */
    private void outputs() {
        line(
                1,
                "def outputs(self: __torch__.Net, "
                        + inputs.seenParameters()
                        + ", learning: bool, "
                        + ChanceText.PARAMETER
                        + ") -> "
                        + outputs.type()
                        + ":");
        for (Node node : graph().nodes()) {
            if (node.operation() instanceof Operation.Input) {
                line(2, OperationText.variable(node.id()) + " = " + inputs.variable(node));
            } else if (!outputs.leavesOut(node)) {
                OperationText.of(graph(), node).forEach(text -> line(2, text));
            }
        }
        line(2, "return " + outputs.inFront());
    }

    private void predict() {
        line(
                1,
                "def predict(self: __torch__.Net, span: Tensor, "
                        + inputs.parameters()
                        + ") -> Tensor:");
        rowsOfSpan();
        line(2, outputs.names() + " = self.outputs(" + inputs.seenRows() + ", False, None)");
        line(2, "return " + outputs.rows());
    }

    /** The whole model, here and for those who load the file elsewhere: a batch of examples in. */
    private void forward() {
        line(
                1,
                "def forward(self: __torch__.Net, "
                        + inputs.parameters()
                        + ") -> "
                        + outputs.type()
                        + ":");
        line(2, outputs.names() + " = self.outputs(" + inputs.seen() + ", False, None)");
        line(2, "return " + outputs.given());
    }

    /** The same, written into an array of the caller's: all outputs of an example in one row. */
    private void answer() {
        line(
                1,
                "def answer(self: __torch__.Net, "
                        + inputs.parameters()
                        + ", answer: Tensor) -> Tensor:");
        line(2, outputs.names() + " = self.outputs(" + inputs.seen() + ", False, None)");
        line(2, "return torch.copy_(answer, " + outputs.rows() + ")");
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

    private void training() {
        List<LossLines> losses = outputs.lossLines();
        if (losses.size() < outputs.count()) {
            return;
        }
        lines.addAll(StepText.losses(program, outputs, losses));
        if (isWhole(graph()) && losses.stream().noneMatch(LossLines::isCustom)) {
            lines.addAll(outputs.lossMethods(losses));
            evaluate();
            train();
        }
    }

    private void train() {
        line(
                1,
                "def train(self: __torch__.Net, size: Tensor, order: Tensor, rates: Tensor,"
                        + " seeds: Tensor, "
                        + inputs.parameters()
                        + ", "
                        + outputs.targets()
                        + ", W: Tensor) -> Tensor:");
        line(2, "was = torch.is_grad_enabled()");
        line(2, "torch.set_grad_enabled(True)");
        line(2, "step = int(size[0])");
        line(2, "tell = torch.eq(int(size[1]), 1)");
        line(2, "told = annotate(List[Tensor], [])");
        line(2, "batches = torch.floordiv(torch.add(torch.len(order), torch.sub(step, 1)), step)");
        line(
                2,
                "out = torch.zeros([batches, "
                        + (2 + outputs.parts().size())
                        + "], dtype=None, layout=None, device="
                        + inputs.device()
                        + ")");
        UpdateText update = UpdateText.of(program);
        update.before().forEach(text -> line(2, text));
        line(2, ChanceText.begin("X" + InputText.suffix(0, graph().inputs().size())));
        line(2, "for i in range(batches):");
        line(
                3,
                "rows = torch.slice(order, 0, torch.mul(i, step), torch.mul(torch.add(i, 1),"
                        + " step))");
        line(3, ChanceText.seed("seeds[i]"));
        line(3, outputs.names() + " = self.outputs(" + inputs.seenRows() + ", True, rng)");
        outputs.losses().forEach(text -> line(3, text));
        line(3, "loss = " + PenaltyText.added(outputs.total(), graph()));
        line(3, "found = torch.grad([loss], ws)");
        line(3, "torch.set_grad_enabled(False)");
        update.step("i").forEach(text -> line(3, text));
        line(3, "row = torch.select(out, 0, i)");
        keep(0, "loss");
        for (int i = 0; i < outputs.parts().size(); i++) {
            keep(2 + i, outputs.parts().get(i));
        }
        // The compiler does not see that the update writes into the tensors of a list, and drops it
        // unless a list is read after it.
        line(3, "_1 = torch.fill_(torch.select(row, 0, 1), torch.len(ws))");
        line(3, "if tell:");
        line(
                4,
                "_2 = torch.append(told, torch.reshape(torch.detach("
                        + outputs.rowsInFront()
                        + "), [-1]))");
        line(3, "else:");
        line(4, "pass");
        line(3, "torch.set_grad_enabled(True)");
        line(2, "torch.set_grad_enabled(was)");
        line(2, "return torch.cat(torch.add([torch.reshape(out, [-1])], told))");
    }

    /** Puts a batch's loss, summed over its examples, into a column of the result. */
    private void keep(int column, String loss) {
        line(
                3,
                "_0 = torch.copy_(torch.select(row, 0, "
                        + column
                        + "), torch.mul(torch.detach("
                        + loss
                        + "), torch.len(rows)))");
    }

    /** Outputs and, in more columns, each example's loss and those of each output. */
    private void evaluate() {
        line(
                1,
                "def evaluate(self: __torch__.Net, span: Tensor, "
                        + inputs.parameters()
                        + ", "
                        + outputs.targets()
                        + ") -> Tensor:");
        rowsOfSpan();
        line(2, outputs.names() + " = self.outputs(" + inputs.seenRows() + ", False, None)");
        outputs.lossesOfEach().forEach(text -> line(2, text));
        line(2, "loss = " + PenaltyText.added(outputs.total(), graph()));
        List<String> columns = new ArrayList<>();
        columns.add("torch.flatten(" + outputs.rows() + ", 1)");
        columns.add("torch.unsqueeze(loss, 1)");
        outputs.parts().forEach(part -> columns.add("torch.unsqueeze(" + part + ", 1)"));
        line(2, "return torch.cat([" + String.join(", ", columns) + "], 1)");
    }

    private void rowsOfSpan() {
        line(
                2,
                "rows = torch.arange(int(span[0]), int(span[1]), dtype=4, layout=None,"
                        + " device="
                        + inputs.device()
                        + ")");
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
