package dev.lungo.chart;

import dev.lungo.LungoException;
import java.awt.Font;
import java.awt.image.BufferedImage;

/** Finds out whether Java can draw text here, before XChart tries. */
final class Fonts {
    private Fonts() {}

    /**
     * Does nothing where Java can draw text.
     *
     * @throws LungoException where it can't, saying what to install
     */
    static void require() {
        try {
            var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("0");
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Java reports a machine without fonts in many ways, none of which names the cure
            throw new LungoException(
                    "Curves cannot be drawn: Java finds no fonts on this machine.\n"
                            + "Fix: install fontconfig and a font, then restart the kernel; on"
                            + " Debian and Ubuntu: apt-get install fontconfig fonts-dejavu-core");
        }
    }
}
