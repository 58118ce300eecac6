package dev.lungo.kernel;

import com.google.gson.JsonObject;
import dev.lungo.kernel.protocol.Kernel;
import dev.lungo.kernel.protocol.SessionOpener;
import dev.lungo.kernel.wire.FrontEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A short notebook that the kernel plays to itself, so that Java records what a start needs.
 *
 * @see StartArchive
 */
final class Rehearsal {
    private static final List<String> CELLS =
            List.of(
                    "1+1",
                    "int a = 1; String b = \"b\";",
                    "System.out.println(a + b);",
                    "int twice(int x) { return 2 * x; }",
                    "record Point(int x, int y) {}",
                    "List.of(1, 2).stream().map(x -> twice(x)).collect(Collectors.toList())",
                    "for (int i = 0; i < 3; i++) { System.out.println(new Point(i, i)); }",
                    "misspelt",
                    "throw new IllegalStateException()");

    private Rehearsal() {}

    /** Plays it; what comes out of the cells does not matter. */
    static void play(SessionOpener opener) throws IOException, InterruptedException {
        var connection = FrontEnd.freeConnection();
        var history = Files.createTempDirectory("lungo-rehearsal");
        var kernel = Kernel.start(connection, opener, history);
        Interrupts.handle(kernel::interrupt);
        try (var frontEnd = new FrontEnd(connection)) {
            frontEnd.ask("kernel_info_request", new JsonObject());
            for (var code : CELLS) {
                frontEnd.ask("execute_request", cell(code));
            }
            frontEnd.ask("complete_request", at("System.out.pri"));
            frontEnd.ask("complete_request", at("new A"));
            frontEnd.ask("inspect_request", at("String"));
            frontEnd.ask("is_complete_request", at("int x = "));
        }
        kernel.close();
        delete(history);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static JsonObject cell(String code) {
        var content = at(code);
        content.addProperty("stop_on_error", false);
        return content;
    }

    private static JsonObject at(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        return content;
    }
}
