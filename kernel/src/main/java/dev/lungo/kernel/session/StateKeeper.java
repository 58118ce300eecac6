package dev.lungo.kernel.session;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Keeps the values of variables when a cell redefines what they were made with.
 *
 * <p>Classes are redefined in place where the virtual machine can ({@link CellClasses}). JShell
 * replaces the others, and their values are carried over ({@link CarryOver}).
 */
final class StateKeeper {
    private final JShell shell;
    private final CarryOver carryOver;

    StateKeeper(JShell shell, CarryOver carryOver) {
        this.shell = shell;
        this.carryOver = carryOver;
    }

    /** Settles what an evaluation replaced, and tells on System.err what could not be kept. */
    void settle(List<SnippetEvent> events) {
        carryOver.settle("");
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof VarSnippet variable
                    && event.causeSnippet() != null
                    && event.previousStatus() == Status.VALID
                    && event.status() == Status.RECOVERABLE_NOT_DEFINED) {
                repair(variable);
            }
        }
        carryOver.remarks().forEach(System.err::println);
    }

    /** Declares a variable anew whose initialiser no longer compiles; its value is there still. */
    private void repair(VarSnippet variable) {
        String id = variable.id();
        Optional<Object> value = carryOver.value(id, variable.name());
        shell.eval(variable.typeName() + " " + variable.name() + ";");
        carryOver.settle("");
        value.ifPresent(kept -> carryOver.restore(id, variable.name(), kept));
    }
}
