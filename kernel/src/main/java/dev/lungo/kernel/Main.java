package dev.lungo.kernel;

import dev.lungo.kernel.output.Extensions;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.protocol.KernelStart;
import dev.lungo.kernel.session.JavaSession;
import dev.lungo.kernel.session.JdkNames;
import dev.lungo.kernel.session.QuickCells;
import dev.lungo.kernel.session.Session;
import dev.lungo.kernel.wire.ConnectionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts the kernel process that Jupyter's connection file describes. */
public final class Main {
    /** The argument that makes the kernel play its {@link Rehearsal} and end. */
    static final String REHEARSE = "--rehearse";

    /** The argument with which the launcher has the {@link StartArchive} made. */
    private static final String ARCHIVE = "--archive";

    /** The argument with which the launcher asks whether this Java lets cells be quick. */
    private static final String CHECK = "--check";

    private static final String QUICK = "Cells are compiled beside JShell.";

    private static final int USAGE = 2;

    private Main() {}

    /** {@code java -jar lungo-kernel.jar CONNECTION_FILE}, as in kernel.json. */
    public static void main(String[] arguments) throws InterruptedException {
        // Jupyter adds arguments of its own: jupyter run the names of the files to run.
        if (arguments.length == 0) {
            System.err.println("Usage: java -jar lungo-kernel.jar CONNECTION_FILE");
            System.exit(USAGE);
        }
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("java.awt.headless", "true");
        try {
            run(arguments[0]);
            System.exit(0);
        } catch (IOException reason) {
            System.err.println("lungo: " + reason.getMessage());
            System.exit(1);
        }
    }

    private static void run(String argument) throws IOException, InterruptedException {
        if (argument.equals(CHECK)) {
            System.out.println(QuickCells.missing().orElse(QUICK));
            return;
        }
        if (argument.equals(REHEARSE) || argument.equals(ARCHIVE)) {
            watch();
            prepare(argument);
            return;
        }
        var start = KernelStart.begin(Main::open);
        try {
            watch();
            var connection = ConnectionFile.read(Path.of(argument));
            var kernel = start.listen(connection, CacheFolder.path().resolve("history"));
            Interrupts.handle(kernel::interrupt);
            StartArchive.ofThisKernel().ifPresent(StartArchive::renewSoon);
            kernel.awaitShutdown();
            ProcessEnd.haltSoon(0);
            kernel.close();
        } catch (IOException reason) {
            start.giveUp();
            throw reason;
        }
    }

    private static void watch() {
        ParentWatch.start(System.getenv("JPY_PARENT_PID"));
    }

    private static void prepare(String argument) throws IOException, InterruptedException {
        if (argument.equals(REHEARSE)) {
            Rehearsal.play(Main::open);
            JdkNames.keep();
            return;
        }
        var archive = StartArchive.ofThisKernel();
        if (archive.isPresent()) {
            archive.get().renew(List.of());
        }
    }

    private static Session open(LiveNotebook notebook) {
        var session = new JavaSession(notebook.magics());
        notebook.startup("import static dev.lungo.kernel.DisplayCalls.*;");
        notebook.startup("import static dev.lungo.kernel.InputCalls.*;");
        Extensions.install(session.extensions(), notebook);
        notebook.startupSources().forEach(session::startup);
        session.useIdleTime();
        return session;
    }
}
