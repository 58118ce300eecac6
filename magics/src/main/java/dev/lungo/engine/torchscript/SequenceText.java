package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Gives;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import java.util.List;
import java.util.function.UnaryOperator;

/** Operations on sequences, which are steps x features; torch's convolutions want it otherwise. */
final class SequenceText {
    private static final String OTHERWISE = "[0, 2, 1]";

    private SequenceText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(SequenceOperation.Conv1d.class, SequenceText::conv1d);
        writers.add(SequenceOperation.Conv1dTranspose.class, SequenceText::conv1dTranspose);
        writers.add(SequenceOperation.MaxPool1d.class, SequenceText::maxPool1d);
        writers.add(SequenceOperation.AvgPool1d.class, SequenceText::avgPool1d);
        writers.add(
                SequenceOperation.GlobalPool1d.class,
                (pool, at) -> torch(pool.largest() ? "amax" : "mean", at.x(), "[1]"));
        MaskText.addTo(writers);
        writers.add(
                SequenceOperation.Embedding.class,
                (words, at) ->
                        torch("embedding", at.weight(words.table()), torch("to", at.x(), 4)));
        writers.add(
                SequenceOperation.AddRows.class,
                (add, at) -> torch("add", at.x(), at.weight(add.rows())));
        writers.add(SequenceOperation.Reverse.class, (reverse, at) -> torch("flip", at.x(), "[1]"));
        writers.add(SequenceOperation.Lstm.class, SequenceText::lstm);
        writers.add(SequenceOperation.Gru.class, SequenceText::gru);
        writers.add(SequenceOperation.SimpleRnn.class, SequenceText::simpleRnn);
        writers.add(SequenceOperation.Attention.class, AttentionText::attention);
    }

    private static String conv1d(SequenceOperation.Conv1d conv, Place at) {
        boolean centred = conv.before() == conv.after();
        String x = torch("permute", at.x(), OTHERWISE);
        String sums =
                torch(
                        "conv1d",
                        centred ? x : padded(x, conv.before(), conv.after(), "0"),
                        at.weight(conv.kernel()),
                        at.weight(conv.bias()),
                        List.of(conv.stride()),
                        List.of(centred ? conv.before() : 0),
                        List.of(conv.dilation()),
                        conv.groups());
        return torch("permute", sums, OTHERWISE);
    }

    /** What is cut off is negative padding; gaps at the end libtorch fills with the bias. */
    private static String conv1dTranspose(SequenceOperation.Conv1dTranspose conv, Place at) {
        String spread =
                torch(
                        "conv_transpose1d",
                        torch("permute", at.x(), OTHERWISE),
                        at.weight(conv.kernel()),
                        at.weight(conv.bias()),
                        List.of(conv.stride()),
                        "[0]",
                        List.of(Math.max(0, -conv.after())));
        String cut = padded(spread, -conv.before(), -Math.max(0, conv.after()), "0");
        return torch("permute", cut, OTHERWISE);
    }

    private static String maxPool1d(SequenceOperation.MaxPool1d pool, Place at) {
        String x = padded(torch("permute", at.x(), OTHERWISE), pool.before(), pool.after(), "-inf");
        String largest = torch("max_pool1d", x, List.of(pool.size()), List.of(pool.stride()));
        return torch("permute", largest, OTHERWISE);
    }

    /** Where zeros were added, the mean is divided by the share of the window that is not added. */
    private static String avgPool1d(SequenceOperation.AvgPool1d pool, Place at) {
        String x = torch("permute", at.x(), OTHERWISE);
        String means = averages(pool, x);
        if (pool.before() + pool.after() > 0) {
            means = torch("div", means, averages(pool, torch("ones_like", x)));
        }
        return torch("permute", means, OTHERWISE);
    }

    private static String averages(SequenceOperation.AvgPool1d pool, String x) {
        return torch(
                "avg_pool1d",
                padded(x, pool.before(), pool.after(), "0"),
                List.of(pool.size()),
                List.of(pool.stride()));
    }

    private static String padded(String x, int before, int after, String value) {
        return before + after == 0 ? x : torch("constant_pad_nd", x, List.of(before, after), value);
    }

    private static String lstm(SequenceOperation.Lstm lstm, Place at) {
        String numbers = begin(at, lstm.recurrent(), state -> torch("select", state, 1, 0));
        String cells = begin(at, lstm.recurrent(), state -> torch("select", state, 1, 1));
        String call =
                recurrent(
                        "lstm",
                        at.x(),
                        "[" + numbers + ", " + cells + "]",
                        at.weight(lstm.kernel()),
                        at.weight(lstm.recurrent()),
                        lstm.bias().map(bias -> biases(bias, at)).orElse(""));
        String cell = at.own("cell");
        String given = answer(at, lstm.gives(), call, ", " + cell);
        return lstm.gives() == Gives.STATE
                ? torch("stack", "[" + given + ", " + torch("squeeze", cell, 0) + "]", 1)
                : given;
    }

    /**
     * What the layer gives: all steps, or the last.
     *
     * @param beside the variable for what else the call gives, behind a comma
     */
    private static String answer(Place at, Gives gives, String call, String beside) {
        String every = at.own("all");
        String last = at.own("last");
        at.lines().add(every + ", " + last + beside + " = " + call);
        return gives == Gives.STEPS ? every : torch("squeeze", last, 0);
    }

    /** Libtorch adds two biases, where Keras has one. */
    private static String biases(Weight bias, Place at) {
        String own = at.weight(bias);
        return bias.sizes().size() == 2
                ? torch("select", own, 0, 0) + ", " + torch("select", own, 0, 1)
                : own + ", " + torch("zeros_like", own);
    }

    private static String gru(SequenceOperation.Gru gru, Place at) {
        int units = gru.recurrent().sizes().get(1);
        String call =
                recurrent(
                        "gru",
                        at.x(),
                        begin(at, gru.recurrent(), state -> state),
                        resetFirst(at.weight(gru.kernel()), units),
                        resetFirst(at.weight(gru.recurrent()), units),
                        gru.bias().map(at::weight).map(b -> biases(b, units)).orElse(""));
        return answer(at, gru.gives(), call, "");
    }

    private static String simpleRnn(SequenceOperation.SimpleRnn rnn, Place at) {
        String call =
                recurrent(
                        "rnn_tanh",
                        at.x(),
                        begin(at, rnn.recurrent(), state -> state),
                        at.weight(rnn.kernel()),
                        at.weight(rnn.recurrent()),
                        rnn.bias().map(bias -> biases(bias, at)).orElse(""));
        return answer(at, rnn.gives(), call, "");
    }

    private static String biases(String bias, int units) {
        return resetFirst(torch("select", bias, 0, 0), units)
                + ", "
                + resetFirst(torch("select", bias, 0, 1), units);
    }

    /** Torch wants the gates as reset, update, new. */
    private static String resetFirst(String weight, int units) {
        return torch(
                "cat",
                List.of(
                        torch("narrow", weight, 0, units, units),
                        torch("narrow", weight, 0, 0, units),
                        torch("narrow", weight, 0, 2 * units, units)));
    }

    /** What a recurrent layer begins with: a part of the state that it reads, or zeros. */
    private static String begin(Place at, Weight recurrent, UnaryOperator<String> part) {
        return at.node().inputs().size() > 1
                ? torch("contiguous", torch("unsqueeze", part.apply(at.input(1)), 0))
                : zeros(recurrent, at);
    }

    private static String zeros(Weight recurrent, Place at) {
        return "torch.zeros([1, torch.size("
                + at.x()
                + ", 0), "
                + recurrent.sizes().get(1)
                + "], dtype=None, layout=None, device=ops.prim.device("
                + at.x()
                + "))";
    }

    /** One layer, forwards, batch first. */
    private static String recurrent(
            String function, String x, String start, String kernel, String hidden, String biases) {
        String weights = "[" + kernel + ", " + hidden + (biases.isEmpty() ? "" : ", " + biases);
        return torch(
                function, x, start, weights + "]", !biases.isEmpty(), 1, 0.0, false, false, true);
    }
}
