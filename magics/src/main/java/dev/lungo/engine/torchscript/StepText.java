package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.variable;

import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The methods of a script that train in pieces: for steps of the user's own, and for models with
 * lambdas that must be run as they are.
 *
 * <p>A batch goes through {@code enter} or {@code inputs}, then the parts one after the other; its
 * loss through {@code each} and {@code total}; {@code update} moves the weights.
 */
final class StepText {
    private final Program program;
    private final Graph graph;
    private final List<String> lines = new ArrayList<>();

    private StepText(Program program) {
        this.program = program;
        this.graph = program.graph();
    }

    /**
     * All of them, without the update where there is no optimizer.
     *
     * @param result the id of the node that the loss is computed from
     * @param finished what makes the model's answer of that value, called {@code p}
     */
    static List<String> of(Program program, int result, String finished) {
        StepText text = new StepText(program);
        text.method("enter", "x: Tensor", "Tensor", Layout.asInTorch("x", program.graph().input()));
        text.parts(Part.of(program.graph(), result), result);
        text.method("finish", "p: Tensor", "Tensor", finished);
        if (program.objective().isPresent()) {
            text.update(UpdateText.of(program));
        }
        return text.lines;
    }

    /** What makes one number of the losses of some rows, and what each costs in a test. */
    static List<String> losses(Program program, LossLines loss) {
        StepText text = new StepText(program);
        text.method(
                "target",
                "p: Tensor, rows: Tensor, Y: Tensor",
                "Tensor",
                loss.targets("torch.index_select(Y, 0, rows)"));
        if (!loss.isCustom()) {
            text.method("each", "p: Tensor, y: Tensor", "Tensor", loss.eachExample());
        }
        text.method("judged", "each: Tensor", "Tensor", PenaltyText.added("each", program.graph()));
        text.line(
                1,
                "def total(self: __torch__.Net, each: Tensor, rows: Tensor, W: Tensor) -> Tensor:");
        text.line(2, "if torch.gt(torch.len(W), 0):");
        text.line(3, "mean = torch.mean(torch.mul(each, torch.index_select(W, 0, rows)))");
        text.line(2, "else:");
        text.line(3, "mean = torch.mean(each)");
        text.line(2, "return " + PenaltyText.added("mean", program.graph()));
        return text.lines;
    }

    private void parts(List<Part> parts, int result) {
        int drawing = 0;
        for (int i = 0; i < parts.size(); i++) {
            line(
                    1,
                    "def part"
                            + i
                            + "(self: __torch__.Net, vs: List[Tensor], mode: Tensor) ->"
                            + " List[Tensor]:");
            line(2, "learning = torch.eq(int(mode[0]), 1)");
            List<String> body =
                    parts.size() == 1
                            ? List.of("return [self.outputs(vs[0], learning, rng)]")
                            : body(parts.get(i), result);
            if (body.stream().anyMatch(text -> text.contains("rng"))) {
                line(2, ChanceText.begin("vs[0]"));
                // Parts of one step must not draw the same numbers.
                line(2, ChanceText.seed("torch.add(mode[1], " + drawing++ + ")"));
            }
            body.forEach(text -> line(2, text));
        }
    }

    private List<String> body(Part part, int result) {
        List<String> body = new ArrayList<>();
        for (int v = 0; v < part.takes().size(); v++) {
            body.add(variable(part.takes().get(v)) + " = vs[" + v + "]");
        }
        part.nodes().forEach(node -> body.addAll(OperationText.of(graph, node)));
        Stream<String> gives =
                part.custom().isPresent()
                        ? Stream.concat(
                                part.gives().stream().map(OperationText::variable),
                                part.operation().weights().stream().map(this::attribute))
                        : Stream.of(Layout.asInKeras(variable(result), graph.output().shape()));
        body.add("return [" + String.join(", ", gives.toList()) + "]");
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

    private void method(String name, String parameters, String type, String expression) {
        line(1, "def " + name + "(self: __torch__.Net, " + parameters + ") -> " + type + ":");
        line(2, "return " + expression);
    }

    private void line(int depth, String text) {
        lines.add("  ".repeat(depth) + text);
    }
}
