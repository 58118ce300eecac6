package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The main queue of cells and those beside it, in which cells and widgets run meanwhile. */
final class Subshells {
    private static final String ID = "subshell_id";

    private final Map<String, Cells> subshells = new ConcurrentSkipListMap<>();
    private final Execute execute;
    private final Cells main;

    Subshells(Execute execute) {
        this.execute = execute;
        main = new Cells("cells", execute);
    }

    void start() {
        main.start();
    }

    /** Runs a cell where its header says. */
    void run(Request cell) {
        var cells = cells(cell);
        if (cells != null) {
            cells.add(cell);
        } else {
            cell.answer(request -> request.reply(Replies.error(unknown(request.subshell()))));
        }
    }

    /** Lets {@code handler} answer in turn with the cells, where the header says. */
    void run(Request request, Handler handler) {
        var cells = cells(request);
        if (cells != null) {
            cells.add(request, handler);
        } else {
            request.answer(
                    it -> {
                        throw unknown(it.subshell());
                    });
        }
    }

    private Cells cells(Request request) {
        var id = request.subshell();
        return id.isEmpty() ? main : subshells.get(id);
    }

    /**
     * The threads on which cells are to stop that nobody chose: that of the main cell, as a front
     * end means it, or those of all subshells when no main cell runs.
     */
    Predicate<Thread> interrupted() {
        return main.isBusy() ? main::runsOn : thread -> true;
    }

    /** The threads on which cells are to stop when the header may name a subshell. */
    Predicate<Thread> interrupted(Request request) {
        var cells = cells(request);
        if (cells == null) {
            throw unknown(request.subshell());
        }
        return cells == main ? interrupted() : cells::runsOn;
    }

    void create(Request request) {
        var id = UUID.randomUUID().toString();
        var cells = new Cells("cells of subshell " + id, execute);
        cells.start();
        subshells.put(id, cells);
        var content = Replies.ok();
        content.addProperty(ID, id);
        request.reply(content);
    }

    void delete(Request request) {
        var id = request.text(ID);
        var cells = subshells.remove(id);
        if (cells == null) {
            throw unknown(id);
        }
        cells.end();
        request.reply(Replies.ok());
    }

    void list(Request request) {
        var ids = new JsonArray();
        subshells.keySet().forEach(ids::add);
        var content = Replies.ok();
        content.add(ID, ids);
        request.reply(content);
    }

    void close() {
        subshells.values().forEach(Cells::end);
        subshells.clear();
        main.end();
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException(
                "There is no subshell %s. Create one with create_subshell_request.".formatted(id));
    }
}
