package dev.lungo.kernel.session;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Optional;

/**
 * Gives loaded classes new method bodies, so that their objects and static fields stay.
 *
 * <p>Public because the virtual machine starts it: the kernel's manifest names it as the agent of
 * {@code java -jar}. Started in another way, a kernel has none and replaces classes.
 */
public final class Redefiner {
    private static volatile Redefiner ofProcess;

    private final Instrumentation instrumentation;

    private Redefiner(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Called by the virtual machine for {@code java -jar}. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        ofProcess = new Redefiner(instrumentation);
    }

    /** Called by the virtual machine for {@code -javaagent}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        agentmain(arguments, instrumentation);
    }

    /** The one of this process; empty when the virtual machine was given no agent. */
    static Optional<Redefiner> ofProcess() {
        return Optional.ofNullable(ofProcess);
    }

    /**
     * Redefines all of the classes or none.
     *
     * @throws UnsupportedOperationException when more than method bodies changed
     */
    void redefine(ClassDefinition... classes)
            throws UnmodifiableClassException, ClassNotFoundException {
        instrumentation.redefineClasses(classes);
    }
}
