package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.output.Streams;
import dev.lungo.kernel.session.Session;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.ConnectionFile;
import dev.lungo.kernel.wire.KernelLog;
import dev.lungo.kernel.wire.Message;
import dev.lungo.kernel.wire.Wire;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A running kernel: hands every request to the thread that answers it.
 *
 * <p>There is one at a time in a process, because it takes over System.in, out and err.
 */
public final class Kernel implements AutoCloseable {
    private static final System.Logger LOG = KernelLog.of(Kernel.class);

    private final CountDownLatch shutdown = new CountDownLatch(1);
    private final ExecutorService urgent = thread("lungo-control");
    private final ExecutorService questions = thread("lungo-questions");
    private final Map<String, Consumer<Request>> routes = new HashMap<>();
    private final Wire wire;
    private final Line line;
    private final Streams streams;
    private final Stdin stdin;
    private final SessionStart start;
    private final Subshells subshells;

    private Kernel(
            Wire wire, Streams streams, LiveNotebook notebook, SessionStart start, Path history) {
        this.wire = wire;
        this.streams = streams;
        this.start = start;
        line = new Line(wire);
        var current = new CurrentRequest();
        stdin = new Stdin(streams, current);
        stdin.install();
        var comms = new OpenComms(line, streams, current);
        notebook.connect(new ConnectedFrontEnd(stdin, comms));
        var log = new HistoryLog(new HistoryFiles(history));
        subshells = new Subshells(new Execute(start, notebook, streams, current, log));
        var callbacks = new CommCallbacks(start, streams, current);
        routes.put("execute_request", subshells::run);
        routeInTurn("comm_open", callbacks.calling(comms::opened));
        routeInTurn("comm_msg", callbacks.calling(comms::received));
        routeInTurn("comm_close", callbacks.calling(comms::closed));
        route(questions, "complete_request", new Complete(start));
        route(questions, "inspect_request", new Inspect(start));
        route(questions, "is_complete_request", new IsComplete(start));
        route(urgent, "kernel_info_request", new KernelInfo());
        route(questions, "history_request", new History(log));
        route(urgent, "comm_info_request", comms::info);
        route(urgent, "create_subshell_request", subshells::create);
        route(urgent, "delete_subshell_request", subshells::delete);
        route(urgent, "list_subshell_request", subshells::list);
        route(urgent, "interrupt_request", this::interrupt);
        routes.put("shutdown_request", request -> urgent.execute(() -> shutDown(request)));
        subshells.start();
    }

    /**
     * Starts to listen and to open the session.
     *
     * @param history the folder in which the sources of cells are kept; it need not exist
     * @throws IOException with one line for the user, when a port is taken
     */
    public static Kernel start(ConnectionFile connection, SessionOpener opener, Path history)
            throws IOException {
        var start = KernelStart.begin(opener);
        try {
            return start.listen(connection, history);
        } catch (IOException | RuntimeException failed) {
            start.giveUp();
            throw failed;
        }
    }

    static Kernel listening(
            Wire wire, Streams streams, LiveNotebook notebook, SessionStart start, Path history) {
        var kernel = new Kernel(wire, streams, notebook, start, history);
        kernel.line.status(new JsonObject(), "starting");
        kernel.wire.start(kernel::receive, kernel.shutdown::countDown);
        return kernel;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> {
                    var thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private void route(ExecutorService thread, String type, Handler handler) {
        routes.put(type, request -> thread.execute(() -> request.answer(handler)));
    }

    private void routeInTurn(String type, Handler handler) {
        routes.put(type, request -> subshells.run(request, handler));
    }

    private void receive(Channel channel, Message message) {
        if (channel == Channel.STDIN && message.type().equals("input_reply")) {
            stdin.answer(message);
            return;
        }
        var route = routes.get(message.type());
        if (route == null) {
            LOG.log(Level.WARNING, "Dropped a message of the unknown type {0}", message.type());
            return;
        }
        route.accept(new Request(channel, message, line));
    }

    /** Stops the cell that runs; does nothing when none runs. */
    public void interrupt() {
        start.ready().ifPresent(Session::interrupt);
        stdin.interrupt();
    }

    private void interrupt(Request request) {
        interrupt();
        request.reply(Replies.ok());
    }

    private void shutDown(Request request) {
        request.answer(
                it -> {
                    var content = Replies.ok();
                    content.addProperty("restart", it.flag("restart", false));
                    it.reply(content);
                });
        shutdown.countDown();
    }

    /** Waits until a front end asks for the end, or no front end can be reached any more. */
    public void awaitShutdown() throws InterruptedException {
        shutdown.await();
    }

    /** Sends what is still to be sent, frees the ports and closes the session. */
    @Override
    public void close() {
        wire.close();
        streams.close();
        stdin.uninstall();
        urgent.shutdown();
        questions.shutdown();
        subshells.close();
        start.ready().ifPresent(Session::close);
    }
}
