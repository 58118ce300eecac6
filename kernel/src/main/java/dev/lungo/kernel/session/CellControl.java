package dev.lungo.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs compiled snippets on the calling thread and keeps what they gave, as the object itself.
 *
 * <p>The lock around the compiler is let go while a snippet runs, so that completion works then.
 */
final class CellControl extends DirectExecutionControl {
    /** How deep a chain of causes is shown; exceptions may form a circle. */
    private static final int MAX_CAUSES = 20;

    private final CellLoader loader;
    private final ReentrantLock compiling;
    private final CellClasses classes;
    private final CarryOver carryOver;
    private final MemoryReserve memory = new MemoryReserve();
    private final StatementLimit limit;
    private Object value;
    private Throwable thrown;
    private Throwable next;

    CellControl(
            CellLoader loader,
            ReentrantLock compiling,
            Optional<Redefiner> redefiner,
            StatementLimit limit) {
        super(loader);
        this.loader = loader;
        this.compiling = compiling;
        this.classes = new CellClasses(loader, redefiner);
        this.carryOver = new CarryOver(classes);
        this.limit = limit;
    }

    /** The classes of all snippets as they are now. */
    CellClasses classes() {
        return classes;
    }

    /** Keeps memory back for the time when a cell has filled the rest. */
    void reserveMemory() {
        memory.take();
    }

    /** What brings values into classes that were replaced. */
    CarryOver carryOver() {
        return carryOver;
    }

    @Override
    public void load(ClassBytecodes[] loaded)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(loaded);
        classes.loaded(loaded);
    }

    @Override
    public void redefine(ClassBytecodes[] redefined) throws ClassInstallException {
        classes.redefine(redefined);
    }

    /** Forgets the last snippet's value and exception. */
    void reset() {
        value = null;
        thrown = null;
    }

    /** What the last snippet gave. */
    Object value() {
        return value;
    }

    /** What the last snippet threw, or null. */
    Throwable thrown() {
        return thrown;
    }

    /** Makes the next snippet throw this in place of running. */
    void throwNext(Throwable thrown) {
        next = thrown;
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, InternalException {
        if (next != null) {
            Throwable now = next;
            next = null;
            throw asRunException(now, MAX_CAUSES);
        }
        Method snippet;
        try {
            snippet = loader.findClass(className).getDeclaredMethod(methodName);
            snippet.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
        Object result = null;
        Throwable failure = null;
        RunningCell cell = RunningCell.ofThread();
        boolean before = cell != null && cell.inUserCode(true);
        compiling.unlock();
        StatementLimit.Watch watch = limit.watch(cell);
        try {
            memory.restore();
            carryOver.settle(className);
            result = snippet.invoke(null);
        } catch (InvocationTargetException e) {
            failure = e.getCause();
        } catch (IllegalAccessException | LinkageError | VirtualMachineError e) {
            failure = e;
        } finally {
            watch.end();
            if (cell != null) {
                cell.inUserCode(before);
            }
            compiling.lock();
            memory.releaseIfFull(failure);
        }
        value = result;
        thrown = failure;
        if (failure != null) {
            throw asRunException(failure, MAX_CAUSES);
        }
        return "";
    }

    /** JShell asks for the text of variables when it reports them; nobody reads it here. */
    @Override
    public String varValue(String className, String varName) {
        return "";
    }

    private static RunException asRunException(Throwable failure, int causes) {
        if (failure instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        RunException exception =
                new UserException(
                        failure.getMessage(), failure.getClass().getName(), named(failure));
        if (failure.getCause() != null && causes > 0) {
            exception.initCause(asRunException(failure.getCause(), causes - 1));
        }
        return exception;
    }

    /** JShell expects every frame to have a file name; frames of generated classes have none. */
    private static StackTraceElement[] named(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(
                        frame ->
                                frame.getFileName() != null
                                        ? frame
                                        : new StackTraceElement(
                                                frame.getClassName(),
                                                frame.getMethodName(),
                                                "Unknown Source",
                                                frame.getLineNumber()))
                .toArray(StackTraceElement[]::new);
    }
}
