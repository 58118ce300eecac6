package dev.lungo.kernel;

import dev.lungo.kernel.wire.KernelLog;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;

/**
 * Makes SIGINT (Ctrl-C in the terminal that started Jupyter) interrupt the cell, not the kernel.
 *
 * <p>By reflection: the JDK has no other way to handle a signal, and javac warns of this one.
 */
final class Interrupts {
    private static final System.Logger LOG = KernelLog.of(Interrupts.class);

    private Interrupts() {}

    static void handle(Runnable interrupt) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var proxy =
                    Proxy.newProxyInstance(
                            Interrupts.class.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, arguments) -> {
                                interrupt.run();
                                return null;
                            });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException missing) {
            LOG.log(Level.DEBUG, "SIGINT ends this kernel", missing);
        }
    }
}
