package dev.lungo.notebooks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One notebook in JupyterLab, as a user sees it in a browser without a window. */
final class LabPage implements AutoCloseable {
    private static final By CELL = By.cssSelector(".jp-Notebook .jp-Cell");
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1600;

    private final ChromeDriver browser;

    /** Starts a browser; its profile is in the folder. */
    LabPage(Path profile) {
        browser = Chromium.start(profile, WIDTH, HEIGHT);
    }

    /** Opens a notebook and waits for its kernel and for all its cells. */
    void open(URI address, int cells) {
        browser.get(address.toString());
        waitFor(60, page -> cells().size() == cells && kernelIsIdle());
    }

    /** Chooses Run, Run All Cells in the menu. */
    void runAllCells() {
        menu("lm-MenuBar-itemLabel", "Run");
        menu("lm-Menu-itemLabel", "Run All Cells");
    }

    /** Brings a cell into view and watches its picture. */
    WatchedPicture watch(int cell) {
        return new WatchedPicture(browser, cells().get(cell));
    }

    /** The dialogs and notes that lie over the notebook. */
    List<String> messages() {
        return browser.findElements(By.cssSelector(".jp-Dialog, .Toastify__toast")).stream()
                .map(WebElement::getText)
                .toList();
    }

    boolean kernelIsIdle() {
        return !browser.findElements(
                        By.cssSelector(".jp-Notebook-ExecutionIndicator[data-status=idle]"))
                .isEmpty();
    }

    List<WebElement> cells() {
        return browser.findElements(CELL);
    }

    /** What is to the left of a cell: {@code [3]:} once it has run. */
    String prompt(int cell) {
        return (String)
                browser.executeScript(
                        "return arguments[0].querySelector('.jp-InputPrompt').textContent",
                        cells().get(cell));
    }

    /** The text in a cell's outputs. */
    String outputText(int cell) {
        return (String)
                browser.executeScript(
                        "return arguments[0].querySelector('.jp-OutputArea').textContent",
                        cells().get(cell));
    }

    /** How many pictures of a type a cell shows that the browser could draw. */
    long pictures(int cell, String type) {
        return (long)
                browser.executeScript(
                        """
                        return [...arguments[0].querySelectorAll('.jp-OutputArea-output img')]
                            .filter(i => i.src.startsWith('data:' + arguments[1]) && i.naturalWidth > 99)
                            .length
                        """,
                        cells().get(cell),
                        type);
    }

    /** Waits until something is true. */
    void waitFor(int seconds, Function<LabPage, Boolean> condition) {
        new WebDriverWait(browser, Duration.ofSeconds(seconds), Duration.ofMillis(100))
                .until(driver -> condition.apply(this));
    }

    /** Writes what the window shows. */
    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, browser.getScreenshotAs(OutputType.BYTES));
    }

    /** Makes the window as high as the notebook and begins at its top. */
    void showAll() {
        // Cells outside the window have only a guessed height until they were seen.
        browser.manage().window().setSize(new Dimension(WIDTH, 10_000));
        long height =
                (long)
                        browser.executeScript(
                                """
                                document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0);
                                const cells = document.querySelectorAll('.jp-Notebook .jp-Cell');
                                return Math.round([...cells].at(-1).getBoundingClientRect().bottom);
                                """);
        browser.manage().window().setSize(new Dimension(WIDTH, (int) height + 300));
    }

    @Override
    public void close() {
        browser.quit();
    }

    private void menu(String kind, String label) {
        By item = By.xpath("//*[contains(@class,'%s')][text()='%s']".formatted(kind, label));
        waitFor(10, page -> browser.findElements(item).stream().anyMatch(WebElement::isDisplayed));
        browser.findElement(item).click();
    }
}
