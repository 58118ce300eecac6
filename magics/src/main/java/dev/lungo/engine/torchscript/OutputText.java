package dev.lungo.engine.torchscript;

import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The outputs of a script: {@code p} with targets {@code Y}, or {@code p0} with {@code Y0} and so
 * on where a model has several.
 *
 * <p>In front of its loss an output lacks a softmax or sigmoid that the loss applies itself.
 */
record OutputText(Graph graph, Optional<Objective> objective) {
    static OutputText of(Program program) {
        return new OutputText(program.graph(), program.objective());
    }

    int count() {
        return graph.outputs().size();
    }

    boolean several() {
        return count() > 1;
    }

    private String suffix(int number) {
        return InputText.suffix(number, count());
    }

    /** The type of what the model gives. */
    String type() {
        return several() ? "Tuple[" + joined(i -> "Tensor") + "]" : "Tensor";
    }

    /** The variables that hold what stands in front of the losses. */
    String names() {
        return joined(i -> "p" + suffix(i));
    }

    /** Targets as parameters of a method. */
    String targets() {
        return joined(i -> "Y" + suffix(i) + ": Tensor");
    }

    /** Whether an operation is left to the loss, and nothing else reads it. */
    boolean leavesOut(Node node) {
        boolean read = graph.nodes().stream().anyMatch(other -> other.inputs().contains(node.id()));
        return !read
                && IntStream.range(0, count())
                        .anyMatch(i -> node(i).equals(node) && leftOut(i).isPresent());
    }

    private Node node(int number) {
        return graph.withOutput(number).output();
    }

    /** The last function of an output, if its loss is computed from the values before it. */
    private Optional<Activation> leftOut(int number) {
        Graph only = graph.withOutput(number);
        return objective.flatMap(how -> how.losses().get(number).link(only)).filter(only::endsWith);
    }

    /** The nodes that the losses are computed from. */
    List<Integer> fronts() {
        return IntStream.range(0, count())
                .map(i -> leftOut(i).isPresent() ? node(i).inputs().get(0) : node(i).id())
                .boxed()
                .toList();
    }

    /** What stands in front of the losses, with channels last. */
    String inFront() {
        return whole(this::inFront);
    }

    private String inFront(int number) {
        String front = OperationText.variable(fronts().get(number));
        return Layout.asInKeras(front, node(number).shape());
    }

    /** Likewise as a list, also of one. */
    String listInFront() {
        return "[" + joined(this::inFront) + "]";
    }

    /** What the model gives as a list, also of one. */
    String givenList() {
        return "[" + joined(this::finished) + "]";
    }

    /** What the model gives. */
    String given() {
        return whole(this::finished);
    }

    /** What the model gives, all outputs of an example in one row. */
    String rows() {
        return several() ? row(i -> finished(i)) : finished(0);
    }

    /** What stands in front of the losses, all outputs of an example in one row. */
    String rowsInFront() {
        return several() ? row(i -> "p" + i) : "p";
    }

    private String row(IntFunction<String> each) {
        return "torch.cat([" + joined(i -> "torch.flatten(" + each.apply(i) + ", 1)") + "], 1)";
    }

    private String whole(IntFunction<String> each) {
        return several() ? "(" + joined(each) + ")" : each.apply(0);
    }

    private String finished(int number) {
        String output = "p" + suffix(number);
        return leftOut(number)
                .map(
                        function ->
                                function.equals(Activation.SOFTMAX)
                                        ? "torch.softmax(" + output + ", -1)"
                                        : "torch.sigmoid(" + output + ")")
                .orElse(output);
    }

    /** The losses of the outputs; fewer if some are not known yet. */
    List<LossLines> lossLines() {
        return IntStream.range(0, count())
                .mapToObj(
                        i ->
                                LossLines.of(
                                        objective.orElseThrow().losses().get(i),
                                        graph.withOutput(i),
                                        suffix(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** For each output its loss: the mean of a batch, and one number for each example. */
    List<String> lossMethods(List<LossLines> losses) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            LossLines loss = losses.get(i);
            String known = "self: __torch__.Net, p: Tensor, rows: Tensor, Y: Tensor";
            String targets = "    y = " + loss.targets("torch.index_select(Y, 0, rows)");
            lines.add("  def loss" + suffix(i) + "(" + known + ", W: Tensor) -> Tensor:");
            lines.add(targets);
            lines.add("    if torch.gt(torch.len(W), 0):");
            lines.add(
                    "      loss = torch.mean(torch.mul("
                            + loss.eachExample()
                            + ", torch.index_select(W, 0, rows)))");
            lines.add("    else:");
            lines.add("      loss = " + loss.expression());
            lines.add("    return loss");
            lines.add("  def losses" + suffix(i) + "(" + known + ") -> Tensor:");
            lines.add(targets);
            lines.add("    return " + loss.eachExample());
        }
        return lines;
    }

    /** Statements that put each output's loss into {@code loss} or {@code loss0} and so on. */
    List<String> losses() {
        return IntStream.range(0, count())
                .mapToObj(
                        i -> "loss%1$s = self.loss%1$s(p%1$s, rows, Y%1$s, W)".formatted(suffix(i)))
                .toList();
    }

    /** Likewise with one number for each example. */
    List<String> lossesOfEach() {
        return IntStream.range(0, count())
                .mapToObj(
                        i -> "loss%1$s = self.losses%1$s(p%1$s, rows, Y%1$s)".formatted(suffix(i)))
                .toList();
    }

    /** The sum of the losses, each with its weight. */
    String total() {
        String sum = weighed(0);
        for (int i = 1; i < count(); i++) {
            sum = "torch.add(" + sum + ", " + weighed(i) + ")";
        }
        return sum;
    }

    private String weighed(int number) {
        double weight = objective.orElseThrow().weight(number);
        String loss = "loss" + suffix(number);
        return weight == 1 ? loss : "torch.mul(" + loss + ", " + weight + ")";
    }

    /** The losses of each output, where there are several, to be put beside the sum. */
    List<String> parts() {
        return several()
                ? IntStream.range(0, count()).mapToObj(i -> "loss" + i).toList()
                : List.of();
    }

    private String joined(IntFunction<String> each) {
        return IntStream.range(0, count()).mapToObj(each).collect(Collectors.joining(", "));
    }
}
