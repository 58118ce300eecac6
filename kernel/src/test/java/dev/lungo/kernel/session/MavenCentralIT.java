package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maven Central itself, with the smallest of artifacts and an empty local repository. */
class MavenCentralIT extends SessionTesting {
    @TempDir Path home;
    private final String before = System.getProperty("user.home");

    @BeforeEach
    void leaveHome() {
        System.setProperty("user.home", home.toString());
    }

    @AfterEach
    void comeHome() {
        System.setProperty("user.home", before);
    }

    @Test
    void gives_an_artifact_and_what_it_needs() {
        value("%maven org.hamcrest:hamcrest-library:1.3");

        assertThat(printed())
                .endsWith("added org.hamcrest:hamcrest-library:1.3 and 1 more it needs\n");
        assertThat(value("org.hamcrest.Matchers.is(3).matches(3)")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.17", "2.0.7", "1.7.36"})
    void keeps_slf4j_quiet_when_a_notebook_brings_the_api_alone(String version) {
        value("%maven org.slf4j:slf4j-api:" + version);
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            value("org.slf4j.LoggerFactory.getLogger(\"x\").info(\"unseen\");");
        } finally {
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
