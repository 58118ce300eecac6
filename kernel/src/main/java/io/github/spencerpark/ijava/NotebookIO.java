package io.github.spencerpark.ijava;

import dev.lungo.kernel.output.LiveNotebook;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.nio.charset.StandardCharsets;

/** IJava's streams as an object: what they take goes where System.out and display would send it. */
final class NotebookIO extends JupyterIO {
    NotebookIO() {
        super(StandardCharsets.UTF_8);
        setEnv(new ThisCell());
        setJupyterInEnabled(true);
    }

    /** What the streams call in place of IJava's sockets, of which there are none. */
    private static final class ThisCell extends ShellReplyEnvironment {
        private ThisCell() {
            super(null, null, null, null);
        }

        @Override
        public void writeToStdOut(String text) {
            System.out.print(text);
        }

        @Override
        public void writeToStdErr(String text) {
            System.err.print(text);
        }

        @Override
        public String readFromStdIn(String prompt, boolean password) {
            return LiveNotebook.current().frontEnd().ask(prompt, password);
        }

        /** Called with displays and updates only. */
        @Override
        public <T extends ContentType<T>> void publish(T content) {
            DisplayData shown = (DisplayData) content;
            if (content instanceof PublishUpdateDisplayData) {
                LiveNotebook.current().updateDisplay(shown.getDisplayId(), shown);
            } else {
                LiveNotebook.current().display(shown);
            }
        }
    }
}
