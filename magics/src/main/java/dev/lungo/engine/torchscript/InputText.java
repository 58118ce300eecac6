package dev.lungo.engine.torchscript;

import dev.lungo.data.Transform;
import dev.lungo.engine.Program;
import dev.lungo.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The inputs of a script: {@code X}, or {@code X0} and {@code X1} where a model has several; each
 * is raw data, of which a method {@code seen} makes what the model expects.
 */
record InputText(List<Node> nodes, List<Transform> transforms) {
    static InputText of(Program program) {
        return new InputText(program.graph().inputs(), program.transforms());
    }

    /** What is added to the names of one of several. */
    static String suffix(int number, int count) {
        return count == 1 ? "" : String.valueOf(number);
    }

    private String suffix(int number) {
        return suffix(number, nodes.size());
    }

    /** Raw data as parameters of a method. */
    String parameters() {
        return joined(i -> "X" + suffix(i) + ": Tensor");
    }

    /** What the model sees, as parameters of a method. */
    String seenParameters() {
        return joined(i -> "x" + suffix(i) + ": Tensor");
    }

    /** What the model sees of all raw data. */
    String seen() {
        return joined(i -> "self.seen" + suffix(i) + "(X" + suffix(i) + ")");
    }

    /** What the model sees of some rows of the raw data. */
    String seenRows() {
        return joined(
                i -> "self.seen%1$s(torch.index_select(X%1$s, 0, rows))".formatted(suffix(i)));
    }

    /** The variable of an input. */
    String variable(Node input) {
        return "x" + suffix(nodes.indexOf(input));
    }

    /** Raw data of the first input. */
    String first() {
        return "X" + suffix(0);
    }

    /** Where the data lies. */
    String device() {
        return "ops.prim.device(" + first() + ")";
    }

    /** The methods; pictures become channels first, as a view. */
    List<String> methods() {
        List<String> lines = new ArrayList<>();
        if (nodes.size() == 1) {
            lines.add("  def inputs(self: __torch__.Net, X: Tensor, rows: Tensor) -> Tensor:");
            lines.add("    return " + seenRows());
        }
        for (int i = 0; i < nodes.size(); i++) {
            Transform transform = transforms.get(i);
            String name = suffix(i);
            lines.add("  def seen" + name + "(self: __torch__.Net, X: Tensor) -> Tensor:");
            lines.add("    x = torch.to(X, " + ScriptText.FLOAT32 + ")");
            if (transform.scale() != 1) {
                lines.add("    x = torch.mul(x, " + transform.scale() + ")");
            }
            if (transform.mean() != 0) {
                lines.add("    x = torch.sub(x, " + transform.mean() + ")");
            }
            if (transform.std() != 1) {
                lines.add("    x = torch.div(x, " + transform.std() + ")");
            }
            lines.add("    return " + Layout.asInTorch("x", nodes.get(i).shape()));
        }
        return lines;
    }

    private String joined(IntFunction<String> each) {
        return IntStream.range(0, nodes.size()).mapToObj(each).collect(Collectors.joining(", "));
    }
}
