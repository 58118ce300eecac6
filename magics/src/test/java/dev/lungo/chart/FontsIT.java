package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FontsIT {
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_machine_without_fonts_gets_one_message_with_the_cure(@TempDir Path folder)
            throws Exception {
        Path noFonts = folder.resolve("fonts.conf");
        Files.writeString(noFonts, "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Java keeps a list of the fonts it once found in the home folder
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FontsIT.class.getName());
        builder.environment().put("FONTCONFIG_FILE", noFonts.toString());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said)
                .contains("Curves cannot be drawn: Java finds no fonts on this machine.")
                .contains("apt-get install fontconfig fonts-dejavu-core");
    }

    /** Draws a chart twice: Java fails in another way the second time. */
    public static void main(String[] args) {
        for (int i = 0; i < 2; i++) {
            try {
                LineChart.of("loss").line("training", List.of(1.0)).bundle();
                System.out.println("drawn");
            } catch (dev.lungo.LungoException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
