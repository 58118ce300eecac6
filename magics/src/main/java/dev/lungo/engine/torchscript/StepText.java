package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.variable;

import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The methods of a script that train in pieces: for steps of the user's own, and for models with
 * lambdas that must be run as they are.
 *
 * <p>A batch goes through {@code enter} or {@code picked}, then the parts one after the other; its
 * losses through {@code each} and {@code total}; {@code update} moves the weights.
 */
final class StepText {
    private final Program program;
    private final Graph graph;
    private final InputText inputs;
    private final OutputText outputs;
    private final List<String> lines = new ArrayList<>();

    StepText(Program program, InputText inputs, OutputText outputs) {
        this.program = program;
        this.graph = program.graph();
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** All but the losses, and without the update where there is no optimizer. */
    List<String> methods() {
        List<Node> nodes = graph.inputs();
        method(
                "enter(self: __torch__.Net, xs: List[Tensor]) -> List[Tensor]",
                listed(nodes.size(), i -> Layout.asInTorch("xs[" + i + "]", nodes.get(i).shape())));
        method(
                "picked(self: __torch__.Net, rows: Tensor, "
                        + inputs.parameters()
                        + ") -> List[Tensor]",
                "[" + inputs.seenRows() + "]");
        parts(Part.of(graph, outputs.fronts()));
        unpacked("finish", "List[Tensor]", outputs.givenList());
        unpacked("given", "Tensor", outputs.rows());
        unpacked("told", "Tensor", outputs.rowsInFront());
        if (program.objective().isPresent()) {
            update(UpdateText.of(program));
        }
        return lines;
    }

    /** What makes one number of the losses of some rows, and what each costs in a test. */
    static List<String> losses(Program program, OutputText outputs, List<LossLines> losses) {
        StepText text = new StepText(program, InputText.of(program), outputs);
        int count = losses.size();
        for (int i = 0; i < count; i++) {
            LossLines loss = losses.get(i);
            String suffix = InputText.suffix(i, count);
            text.lines.addAll(loss.methods());
            text.method(
                    "target"
                            + suffix
                            + "(self: __torch__.Net, p: Tensor, rows: Tensor, Y: Tensor) -> Tensor",
                    loss.targets("torch.index_select(Y, 0, rows)"));
            if (!loss.isCustom()) {
                text.method(
                        "each" + suffix + "(self: __torch__.Net, p: Tensor, y: Tensor) -> Tensor",
                        loss.eachExample());
            }
        }
        String total = PenaltyText.added(outputs.total(), program.graph());
        text.line(1, "def judged(self: __torch__.Net, each: List[Tensor]) -> Tensor:");
        for (int i = 0; i < count; i++) {
            text.line(2, "loss" + InputText.suffix(i, count) + " = each[" + i + "]");
        }
        text.line(2, "return " + total);
        text.line(
                1,
                "def total(self: __torch__.Net, each: List[Tensor], rows: Tensor, W: Tensor) ->"
                        + " List[Tensor]:");
        text.line(2, "weighed = torch.gt(torch.len(W), 0)");
        for (int i = 0; i < count; i++) {
            String weighed = "torch.mul(each[" + i + "], torch.index_select(W, 0, rows))";
            text.line(
                    2,
                    "loss"
                            + InputText.suffix(i, count)
                            + " = torch.mean("
                            + weighed
                            + ") if weighed else torch.mean(each["
                            + i
                            + "])");
        }
        text.line(
                2,
                "return ["
                        + String.join(
                                ", ",
                                Stream.concat(Stream.of(total), outputs.parts().stream()).toList())
                        + "]");
        return text.lines;
    }

    private void parts(List<Part> parts) {
        int drawing = 0;
        for (int i = 0; i < parts.size(); i++) {
            line(
                    1,
                    "def part"
                            + i
                            + "(self: __torch__.Net, vs: List[Tensor], mode: Tensor) ->"
                            + " List[Tensor]:");
            line(2, "learning = torch.eq(int(mode[0]), 1)");
            List<String> body = parts.size() == 1 ? whole() : body(parts.get(i));
            if (body.stream().anyMatch(text -> text.contains("rng"))) {
                line(2, ChanceText.begin("vs[0]"));
                // Parts of one step must not draw the same numbers.
                line(2, ChanceText.seed("torch.add(mode[1], " + drawing++ + ")"));
            }
            body.forEach(text -> line(2, text));
        }
    }

    /** A model in one part. */
    private List<String> whole() {
        String xs = ScriptText.each(graph.inputs().size(), i -> "vs[" + i + "]");
        return List.of(
                outputs.names() + " = self.outputs(" + xs + ", learning, rng)",
                "return [" + outputs.names() + "]");
    }

    private List<String> body(Part part) {
        List<String> body = new ArrayList<>();
        for (int v = 0; v < part.takes().size(); v++) {
            body.add(variable(part.takes().get(v)) + " = vs[" + v + "]");
        }
        part.nodes().stream()
                .filter(node -> !outputs.leavesOut(node))
                .forEach(node -> body.addAll(OperationText.of(graph, node)));
        if (part.custom().isEmpty()) {
            body.add("return " + outputs.listInFront());
        } else {
            Stream<String> gives =
                    Stream.concat(
                            part.gives().stream().map(OperationText::variable),
                            part.operation().weights().stream().map(this::attribute));
            body.add("return [" + String.join(", ", gives.toList()) + "]");
        }
        return body;
    }

    private String attribute(Weight weight) {
        return "self." + ScriptText.parameter(graph.weights().indexOf(weight));
    }

    /**
     * Moves the weights so that a number becomes smaller; a weight without part in it has the
     * gradient 0. Returns how many have a part: if none, nothing is moved.
     */
    private void update(UpdateText update) {
        int count = update.weights().size();
        line(1, "def update(self: __torch__.Net, loss: Tensor, rates: Tensor) -> Tensor:");
        line(2, "was = torch.is_grad_enabled()");
        update.before().forEach(text -> line(2, text));
        line(2, "found = torch.grad([loss], ws, None, None, False, True)");
        line(2, "torch.set_grad_enabled(False)");
        line(2, "used = 0");
        for (int w = 0; w < count; w++) {
            line(2, "f" + w + " = found[" + w + "]");
            line(2, "if torch.__is__(f" + w + ", None):");
            line(3, "g" + w + " = torch.zeros_like(ws[" + w + "])");
            line(2, "else:");
            line(3, "g" + w + " = unchecked_cast(Tensor, f" + w + ")");
            line(3, "used = torch.add(used, 1)");
        }
        line(2, "if torch.gt(used, 0):");
        update.step("0", w -> "g" + w).forEach(text -> line(3, text));
        line(2, "else:");
        line(3, "pass");
        // Read after the update, without which the compiler drops it.
        line(2, "moved = torch.len(ws)");
        line(2, "torch.set_grad_enabled(was)");
        line(
                2,
                "return torch.tensor([float(used), float(moved)], dtype="
                        + ScriptText.FLOAT32
                        + ")");
    }

    /** A method of what stands in front of the losses. */
    private void unpacked(String name, String type, String expression) {
        line(1, "def " + name + "(self: __torch__.Net, ps: List[Tensor]) -> " + type + ":");
        for (int i = 0; i < outputs.count(); i++) {
            line(2, "p" + InputText.suffix(i, outputs.count()) + " = ps[" + i + "]");
        }
        line(2, "return " + expression);
    }

    private void method(String signature, String expression) {
        line(1, "def " + signature + ":");
        line(2, "return " + expression);
    }

    private static String listed(int count, java.util.function.IntFunction<String> each) {
        return IntStream.range(0, count)
                .mapToObj(each)
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }
}
