package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;
import static dev.lungo.engine.torchscript.OperationText.variable;

import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A loss that a user's lambda describes, as a method of the script.
 *
 * @param target the shape of one example's target
 * @param method its name
 * @param methods the method, which gives a number for each example
 * @param isCustom whether there is no such method, because the lambda asks for values
 */
record LambdaLossText(Shape target, String method, List<String> methods, boolean isCustom)
        implements LossLines {
    static LossLines of(LambdaLoss loss, Shape target, Graph model, String suffix) {
        String method = "own_loss" + suffix;
        if (loss.untraceable(model).isPresent()) {
            return new LambdaLossText(target, method, List.of(), true);
        }
        Graph steps = loss.steps(model.output().shape());
        List<String> lines = new ArrayList<>();
        lines.add("  def " + method + "(self: __torch__.Net, p: Tensor, y: Tensor) -> Tensor:");
        List<Node> inputs = steps.inputs();
        lines.add("    " + variable(inputs.get(0).id()) + " = p");
        lines.add("    " + variable(inputs.get(1).id()) + " = y");
        for (Node node : steps.nodes()) {
            if (!inputs.contains(node)) {
                OperationText.of(steps, node).forEach(line -> lines.add("    " + line));
            }
        }
        String each = variable(steps.output().id());
        boolean several = steps.output().shape().rank() > 0;
        lines.add(
                "    return " + (several ? torch("mean", torch("flatten", each, 1), "[1]") : each));
        return new LambdaLossText(target, method, List.copyOf(lines), false);
    }

    @Override
    public boolean compared() {
        return true;
    }

    @Override
    public String targets(String rows) {
        List<Integer> sizes = new ArrayList<>(List.of(-1));
        sizes.addAll(target.sizes());
        return torch("reshape", torch("to", rows, ScriptText.FLOAT32), sizes);
    }

    @Override
    public String expression() {
        return torch("mean", eachExample());
    }

    @Override
    public String eachExample() {
        return "self." + method + "(p, y)";
    }
}
