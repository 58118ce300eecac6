package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a front end finds of the cells that were run, here or in an earlier session. */
class HistoryTests extends KernelTesting {
    @BeforeEach
    void runCells() throws IOException {
        Files.writeString(
                history.resolve("3.jsonl"),
                """
                {"line":1,"source":"old","output":"1"}
                {"line":1,"source":"old","output":"2"}
                {"line":2,"sou\
                """);
        session.on("a", () -> 6);
        replyTo(execute("a"));
        replyTo(execute("b\\nb"));
        replyTo(execute("a"));
        replyTo(send("execute_request", "{'code': 'unseen', 'store_history': false}"));
        replyTo(send("execute_request", "{'code': 'unseen', 'silent': true}"));
    }

    private String ask(String content) {
        return replyTo(send("history_request", content)).get("history").toString();
    }

    @Test
    void tail_gives_the_last_cells_of_all_sessions() {
        assertThat(ask("{'hist_access_type': 'tail', 'n': 2}"))
                .isEqualTo("[[4,2,\"b\\nb\"],[4,3,\"a\"]]");
        assertThat(ask("{'hist_access_type': 'tail', 'n': 9, 'output': true}"))
                .isEqualTo(
                        "[[3,1,[\"old\",\"2\"]],[4,1,[\"a\",\"6\"]],[4,2,[\"b\\nb\",null]],"
                                + "[4,3,[\"a\",\"6\"]]]");
    }

    @Test
    void range_gives_lines_of_one_session() {
        var range = "{'hist_access_type': 'range', 'session': %d, 'start': %d, 'stop': %s}";
        assertThat(ask(range.formatted(4, 1, "2"))).isEqualTo("[[4,1,\"a\"]]");
        assertThat(ask(range.formatted(0, -1, "null"))).isEqualTo("[[4,3,\"a\"]]");
        assertThat(ask(range.formatted(-1, 0, "null"))).isEqualTo("[[3,1,\"old\"]]");
        assertThat(ask(range.formatted(99, 0, "null"))).isEqualTo("[]");
    }

    @Test
    void search_knows_wildcards_over_several_lines() {
        var search = "{'hist_access_type': 'search', 'pattern': '%s'%s}";
        assertThat(ask(search.formatted("b*", ""))).isEqualTo("[[4,2,\"b\\nb\"]]");
        assertThat(ask(search.formatted("?", ""))).isEqualTo("[[4,1,\"a\"],[4,3,\"a\"]]");
        assertThat(ask(search.formatted("?", ", 'unique': true"))).isEqualTo("[[4,3,\"a\"]]");
        assertThat(ask(search.formatted("*", ", 'n': 1"))).isEqualTo("[[4,3,\"a\"]]");
        assertThat(ask(search.formatted(".*", ""))).isEqualTo("[]");
    }

    @Test
    void another_kind_is_refused() {
        var request = send("history_request", "{'hist_access_type': 'all'}");
        assertThat(replyTo(request).get("evalue").getAsString())
                .isEqualTo("The hist_access_type is all; expected tail, range or search.");
    }

    @Test
    void cells_run_where_no_history_can_be_written() throws IOException {
        var file = Files.createFile(history.resolve("no-folder"));
        var log = new HistoryLog(new HistoryFiles(file));
        log.ran(1, "x");
        log.gave(1, "7");
        assertThat(log.newest(5)).containsExactly(new HistoryEntry(1, 1, "x", "7"));
    }
}
