package dev.lungo.model;

import dev.lungo.chart.TableCard;
import dev.lungo.layer.Stack;
import java.util.Locale;

/** A model's layers as a table. */
final class Summary {
    private Summary() {}

    static TableCard of(Stack stack, long parameters) {
        TableCard table =
                TableCard.of("layer", "written", "output shape", "parameters").title("Model");
        for (int i = 0; i < stack.layers().size(); i++) {
            table =
                    table.row(
                            stack.names().get(i),
                            stack.layers().get(i),
                            stack.shapes().get(i),
                            stack.parameters(i));
        }
        return table.note(
                String.format(
                        Locale.ROOT,
                        "%,d parameters (%.1f KB)",
                        parameters,
                        parameters * Float.BYTES / 1024.0));
    }
}
