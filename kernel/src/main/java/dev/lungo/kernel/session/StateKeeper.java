package dev.lungo.kernel.session;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
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
    private final CellClasses classes;

    StateKeeper(JShell shell, CellControl control) {
        this.shell = shell;
        this.carryOver = control.carryOver();
        this.classes = control.classes();
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
            if (event.snippet() instanceof MethodSnippet method) {
                part(method);
            }
        }
        carryOver.remarks().forEach(System.err::println);
    }

    /**
     * Wraps other overloads of a method anew when they share a class with its former version.
     *
     * <p>JShell puts overloads that change together into one class, and would go on to find both
     * versions of the method, each call of which is ambiguous.
     */
    private void part(MethodSnippet method) {
        List<MethodSnippet> sharing =
                shell.methods()
                        .filter(other -> other.name().equals(method.name()))
                        .filter(other -> classes.holdsFormer(other.id()))
                        .toList();
        sharing.forEach(other -> shell.eval(other.source()));
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
