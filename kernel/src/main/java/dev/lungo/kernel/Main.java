package dev.lungo.kernel;

import dev.lungo.kernel.output.Extensions;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.protocol.Kernel;
import dev.lungo.kernel.session.JavaSession;
import dev.lungo.kernel.session.Session;
import dev.lungo.kernel.wire.ConnectionFile;
import java.io.IOException;
import java.nio.file.Path;

/** Starts the kernel process that Jupyter's connection file describes. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    /** {@code java -jar lungo-kernel.jar CONNECTION_FILE}, as in kernel.json. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Usage: java -jar lungo-kernel.jar CONNECTION_FILE");
            System.exit(USAGE);
        }
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("java.awt.headless", "true");
        KernelLog.toTerminal();
        ParentWatch.start(System.getenv("JPY_PARENT_PID"));
        try {
            var kernel =
                    Kernel.start(
                            ConnectionFile.read(Path.of(arguments[0])),
                            Main::open,
                            CacheFolder.path().resolve("history"));
            Interrupts.handle(kernel::interrupt);
            kernel.awaitShutdown();
            ProcessEnd.haltSoon(0);
            kernel.close();
            System.exit(0);
        } catch (IOException reason) {
            System.err.println("lungo: " + reason.getMessage());
            System.exit(1);
        }
    }

    private static Session open(LiveNotebook notebook) {
        var session = new JavaSession(notebook.magics());
        notebook.startup("import static dev.lungo.kernel.DisplayCalls.*;");
        notebook.startup("import static dev.lungo.kernel.InputCalls.*;");
        Extensions.install(session.classLoader(), notebook);
        notebook.startupSources().forEach(session::startup);
        return session;
    }
}
