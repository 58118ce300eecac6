package dev.lungo.notebooks;

import java.util.List;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;

/** The picture that a cell shows, looked at in every frame that the browser draws. */
final class WatchedPicture {
    private static final String LOOK =
            """
            const cell = arguments[0];
            const watched = window.watched = {states: [], heights: []};
            function look() {
                const picture = cell.querySelector('.jp-OutputArea-output img');
                if (picture && picture.src !== watched.states.at(-1)) {
                    watched.states.push(picture.src);
                }
                if (watched.states.length > 0) {
                    watched.heights.push(picture ? picture.getBoundingClientRect().height : 0);
                }
                requestAnimationFrame(look);
            }
            cell.scrollIntoView({block: 'center'});
            look();
            """;

    private final JavascriptExecutor browser;

    /** Brings the cell into view and begins to look at its picture, which need not be there yet. */
    WatchedPicture(JavascriptExecutor browser, WebElement cell) {
        this.browser = browser;
        browser.executeScript(LOOK, cell);
    }

    /** The different states so far, as SVG. */
    List<String> states() {
        return list("return watched.states.map(decodeURIComponent)").stream()
                .map(String::valueOf)
                .toList();
    }

    /** How high it was in each frame, in pixels: 0 where it was not there or not drawn yet. */
    List<Double> heights() {
        return list("return watched.heights").stream()
                .map(height -> ((Number) height).doubleValue())
                .toList();
    }

    private List<?> list(String script) {
        return (List<?>) browser.executeScript(script);
    }
}
