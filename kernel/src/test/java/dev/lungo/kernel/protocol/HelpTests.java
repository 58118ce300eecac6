package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTests extends KernelTesting {
    @ParameterizedTest
    @ValueSource(strings = {"list.get?", "list.get??", "?list.get", " ??list.get ", "list.get?;"})
    void a_question_mark_asks_for_a_name(String code) {
        assertThat(Help.nameIn(code)).contains("list.get");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ? b : c", "a", "?", "x? + 1", "// why?", "a?\nb"})
    void other_cells_are_java(String code) {
        assertThat(Help.nameIn(code)).isEmpty();
    }

    @Test
    void what_is_known_is_shown_in_the_pager() {
        var reply = replyTo(execute("list?"));
        assertThat(reply.get("payload").toString())
                .isEqualTo(
                        "[{\"source\":\"page\",\"data\":{\"text/plain\":\"list\"},\"start\":0}]");
    }

    @Test
    void an_unknown_name_is_said_to_be_unknown() {
        var request = execute("nothing?");
        assertThat(shownBy(request))
                .containsExactly("in[1]", "stderr:Nothing is known about" + " nothing.\n");
        assertThat(replyTo(request).get("payload").toString()).isEqualTo("[]");
    }
}
