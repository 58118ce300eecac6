package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveNotebookTests {
    private final Streams streams = Streams.install();
    private final LiveNotebook notebook = LiveNotebook.open(streams);
    private final Recorder recorder = new Recorder();

    @BeforeEach
    void enter() {
        streams.enter(new CellOutput(recorder));
    }

    @AfterEach
    void restore() {
        streams.close();
    }

    private String transientId() {
        return recorder.last().getAsJsonObject("transient").get("display_id").getAsString();
    }

    @Test
    void shows_with_an_id_of_its_own_each_time() throws InterruptedException {
        var data = new DisplayData("text");
        var id = notebook.display(data);
        assertThat(recorder.next()).isEqualTo("display_data");
        assertThat(transientId()).isEqualTo(id);
        assertThat(notebook.display(data)).isNotEqualTo(id);
    }

    @Test
    void keeps_an_id_that_the_data_has() {
        var data = new DisplayData("text");
        data.setDisplayId("mine");
        assertThat(notebook.display(data)).isEqualTo("mine");
        assertThat(transientId()).isEqualTo("mine");
    }

    @Test
    void updates_what_was_shown() throws InterruptedException {
        System.out.print("before");
        notebook.updateDisplay("mine", new DisplayData("new"));
        assertThat(recorder.next()).isEqualTo("stdout:before");
        assertThat(recorder.next()).isEqualTo("update_display_data");
        assertThat(transientId()).isEqualTo("mine");
        assertThat(recorder.last().getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("new");
    }
}
