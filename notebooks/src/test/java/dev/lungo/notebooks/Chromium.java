package dev.lungo.notebooks;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, which connects to nothing but the page it is given. */
final class Chromium {
    private static final Logger DEVELOPER_TOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    private Chromium() {}

    /** Starts it with a profile in an empty folder and a page of the given size. */
    static ChromeDriver start(Path profile, int width, int height) {
        var options =
                new ChromeOptions()
                        .setBinary(Needed.program("chromium").toFile())
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--window-size=%d,%d".formatted(width, height),
                                "--user-data-dir=" + profile);
        // Named, so that Selenium does not look for a driver in the network.
        var driver = Needed.program("chromedriver").toFile();
        // It warns that it does not know this Chromium's developer tools, which are not used here.
        DEVELOPER_TOOLS.setLevel(Level.OFF);
        return new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(driver).build(), options);
    }
}
