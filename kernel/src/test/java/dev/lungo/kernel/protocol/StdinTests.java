package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lungo.kernel.InputCalls;
import dev.lungo.kernel.wire.Channel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StdinTests extends KernelTesting {
    @BeforeEach
    void readALine() {
        session.on(
                "read",
                () -> {
                    System.out.print("name? ");
                    return new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
                });
    }

    @Test
    void asks_the_front_end() {
        var cell = execute("read");
        var question = client.receive(Channel.STDIN);
        assertThat(question.type()).isEqualTo("input_request");
        assertThat(question.parent()).isEqualTo(cell.header().json());
        client.send(
                Channel.STDIN,
                "input_reply",
                question.header().json(),
                json("{'value': 'héllo €'}"));
        assertThat(shownBy(cell)).containsExactly("in[1]", "stdout:name? ", "out[1]:héllo €");
    }

    @Test
    void asks_with_a_prompt_and_for_a_password() {
        session.on("ask", () -> InputCalls.input("name? ") + InputCalls.askPassword("secret? "));
        var cell = execute("ask");
        assertThat(answer("a").toString()).isEqualTo("{\"prompt\":\"name? \",\"password\":false}");
        assertThat(answer("b").toString()).isEqualTo("{\"prompt\":\"secret? \",\"password\":true}");
        assertThat(shownBy(cell)).containsExactly("in[1]", "out[1]:ab");
    }

    @Test
    void asks_again_after_a_cell_has_closed_its_scanner() {
        session.on(
                "close",
                () -> {
                    try (var scanner = new Scanner(System.in, StandardCharsets.UTF_8)) {
                        return scanner.nextLine();
                    }
                });
        for (var value : List.of("a", "b")) {
            var cell = execute("close");
            answer(value);
            assertThat(shownBy(cell)).endsWith("out[" + (value.equals("a") ? 1 : 2) + "]:" + value);
        }
    }

    private JsonObject answer(String value) {
        var question = client.receive(Channel.STDIN);
        var content = json("{'value': '" + value + "'}");
        client.send(Channel.STDIN, "input_reply", question.header().json(), content);
        return question.content();
    }

    @Test
    void takes_no_late_answer_to_a_question_that_was_given_up() {
        var first = execute("read");
        var givenUp = client.receive(Channel.STDIN);
        replyTo(client.send(Channel.CONTROL, "interrupt_request", json("{}")), Channel.CONTROL);
        replyTo(first);
        shownBy(first);

        var second = execute("read");
        var question = client.receive(Channel.STDIN);
        for (var asked : List.of(givenUp, question)) {
            var value = json("{'value': '" + (asked == question ? "new" : "old") + "'}");
            client.send(Channel.STDIN, "input_reply", asked.header().json(), value);
        }
        assertThat(shownBy(second)).containsExactly("in[2]", "stdout:name? ", "out[2]:new");
    }

    @Test
    void says_that_nobody_can_be_asked() {
        var cell = send("execute_request", "{'code': 'read', 'allow_stdin': false}");
        assertThat(replyTo(cell).get("evalue").getAsString())
                .startsWith("This cell asks for input, but nobody can be asked");
    }

    @Test
    void stops_waiting_when_interrupted() {
        var cell = execute("read");
        client.receive(Channel.STDIN);
        var interrupt = client.send(Channel.CONTROL, "interrupt_request", json("{}"));
        replyTo(interrupt, Channel.CONTROL);
        // Not the Scanner's own NoSuchElementException, which says that there is no line.
        assertThat(replyTo(cell).get("evalue").getAsString())
                .contains("Interrupted while waiting for input");
        assertThat(replyTo(execute("alive")).get("status").getAsString()).isEqualTo("ok");
    }
}
