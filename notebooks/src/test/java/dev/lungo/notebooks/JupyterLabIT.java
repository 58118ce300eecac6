package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The MNIST notebook in JupyterLab, as a reader opens and runs it. */
class JupyterLabIT {
    private static final String NOTEBOOK = "01-mnist-cnn.ipynb";
    private static final Path PICTURES = Checkout.TARGET.resolve("jupyterlab");

    @TempDir private Path folder;

    @Test
    void shows_the_training_while_it_runs_and_then_its_results() throws Exception {
        var notebooks = Files.createDirectories(folder.resolve("notebooks"));
        var notebook = Notebook.read(Checkout.ROOT.resolve("notebooks").resolve(NOTEBOOK));
        // What is on the page must come from this run.
        notebook.withoutOutputs().write(notebooks.resolve(NOTEBOOK));
        try (var page = new LabPage(folder.resolve("profile"));
                var lab = new Lab(notebooks, folder, PICTURES.resolve("server.txt"))) {
            page.waitFor(120, p -> lab.answers());
            page.open(lab.address(NOTEBOOK), notebook.cells().size());
            page.runAllCells();
            watch(page, notebook);
            check(page, notebook);
            page.showAll();
            page.screenshot(PICTURES.resolve("notebook.png"));
            assertThatAllEnd(lab);
        }
    }

    private static void watch(LabPage page, Notebook notebook) throws Exception {
        // Until then outputs appear above the cell and push it out of the window.
        page.waitFor(60, p -> p.prompt(notebook.indexOf("model.compile(")).equals("[4]:"));
        var card = page.watch(notebook.indexOf("model.fit("));
        page.waitFor(60, p -> card.states().size() > 5);
        page.screenshot(PICTURES.resolve("training.png"));
        int last = notebook.indexOf("Test accuracy:");
        var prompt = "[" + notebook.codeCells().size() + "]:";
        page.waitFor(120, p -> p.prompt(last).equals(prompt) && p.kernelIsIdle());
        var states = card.states();
        assertThat(states).filteredOn(svg -> svg.contains("epoch 1/2, ")).hasSizeGreaterThan(1);
        assertThat(states.get(states.size() - 1)).contains("2 epochs in ");
        var heights = card.heights();
        assertThat(heights).as("a card that never flickers").containsOnly(heights.get(0));
    }

    private static void check(LabPage page, Notebook notebook) {
        assertThat(page.messages()).isEmpty();
        assertThat(page.pictures(notebook.indexOf("model.fit("), "image/svg+xml")).isOne();
        assertThat(page.pictures(notebook.indexOf("history.plot("), "image/")).isOne();
        assertThat(page.pictures(notebook.indexOf("result.confusion()"), "image/svg+xml")).isOne();
        assertThat(page.pictures(notebook.indexOf("result.mistakes("), "image/svg+xml")).isOne();
        assertThat(Accuracy.of(page.outputText(notebook.indexOf("Test accuracy:"))))
                .isBetween(0.93, 1.0);
    }

    private static void assertThatAllEnd(Lab lab) {
        var processes = lab.processes();
        assertThat(processes).as("the server and its kernel").hasSizeGreaterThan(1);
        lab.stop();
        var ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        assertThat(CompletableFuture.allOf(ends)).succeedsWithin(60, TimeUnit.SECONDS);
    }
}
