package dev.lungo.kernel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests whose user has a home of their own, and a mirror in place of Maven Central. */
abstract class MavenTesting extends SessionTesting {
    @TempDir Path home;
    TestRepository central;
    private final String before = System.getProperty("user.home");

    @BeforeEach
    void makeHome() throws IOException {
        System.setProperty("user.home", home.toString());
        central = new TestRepository(home.resolve("central"));
        settings(
                "<mirrors><mirror><id>near</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>"
                                .formatted(central.folder().toUri())
                        + "</mirrors>");
    }

    @AfterEach
    void leaveHome() {
        System.setProperty("user.home", before);
    }

    /** Writes the user's settings.xml. */
    void settings(String content) throws IOException {
        Path file = Files.createDirectories(home.resolve(".m2")).resolve("settings.xml");
        Files.writeString(file, "<settings>" + content + "</settings>");
    }

    /** The names of the files on the class path that a magic gives back. */
    List<String> files(String magic) {
        Object used = value("List<String> used = " + magic + "\nused");
        return ((List<?>) used)
                .stream()
                        .map(path -> Path.of((String) path).getFileName().toString())
                        .sorted()
                        .toList();
    }
}
