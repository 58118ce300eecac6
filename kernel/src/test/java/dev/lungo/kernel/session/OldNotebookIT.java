package dev.lungo.kernel.session;

import static dev.lungo.kernel.session.TestRepository.dependency;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notebooks that bring their own versions of what Lungo offers. */
class OldNotebookIT extends MavenTesting {
    @Override
    @BeforeEach
    void open() {}

    @BeforeEach
    void offerLibrary() throws IOException {
        TestJars jars = new TestJars(home);
        Path library =
                jars.library(
                        List.of(
                                jars.jar("api-0.35.1.jar", "ai.djl.Engine", "0.35.1"),
                                jars.jar("gson-2.13.2.jar", "com.google.gson.Gson", "2.13.2"),
                                jars.jar("slf4j-api-2.0.17.jar", "org.slf4j.Logger", "2.0.17")));
        System.setProperty("lungo.library", library.toString());
        super.open();
        central.jarWithClass("ai.djl:api:0.28.0", "ai.djl.Engine");
        central.pom(
                "ai.djl:api:0.28.0",
                "jar",
                "<dependencies>"
                        + dependency("com.google.code.gson:gson:2.8.9", "")
                        + "</dependencies>");
        central.jarWithClass("com.google.code.gson:gson:2.8.9", "com.google.gson.Gson");
        central.jarWithClass("org.slf4j:slf4j-api:1.7.36", "org.slf4j.Logger");
        central.jarWithClass("org.slf4j:slf4j-simple:1.7.36", "org.slf4j.impl.SimpleLogger");
    }

    @AfterEach
    void forgetLibrary() {
        System.clearProperty("lungo.library");
    }

    @Test
    void get_the_djl_the_gson_and_the_slf4j_they_bring() {
        value(
                """
                %maven ai.djl:api:0.28.0
                %maven org.slf4j:slf4j-api:1.7.36
                %maven org.slf4j:slf4j-simple:1.7.36
                """);

        assertThat(printed())
                .isEqualTo(
                        """
                        using DJL 0.28.0 from this notebook instead of Lungo's 0.35.1
                        using gson 2.8.9 from this notebook instead of Lungo's 2.13.2
                        using SLF4J 1.7.36 from this notebook instead of Lungo's 2.0.17
                        added ai.djl:api:0.28.0, org.slf4j:slf4j-api:1.7.36,\
                         org.slf4j:slf4j-simple:1.7.36 and 1 more they need
                        """);
        assertThat(value("ai.djl.Engine.version() + \" \" + org.slf4j.Logger.version()"))
                .isEqualTo("0.28.0 1.7.36");
        assertThat(value("com.google.gson.Gson.version()")).isEqualTo("2.8.9");
    }

    @Test
    void are_told_that_a_djl_in_use_stays() {
        value("ai.djl.Engine.version()");

        assertThat(files("%maven ai.djl:api:0.28.0")).isEmpty();
        assertThat(printed())
                .isEqualTo(
                        """
                        DJL 0.28.0 is not used: Lungo's 0.35.1 is already in use. To use it,\
                         restart the kernel and run this cell first.
                        """);
        assertThat(value("com.google.gson.Gson.version() + ai.djl.Engine.version()"))
                .isEqualTo("2.13.20.35.1");
    }

    @Test
    void get_what_else_they_bring_when_djl_stays() {
        value("ai.djl.Engine.version()");

        assertThat(files("%maven ai.djl:api:0.28.0 com.google.code.gson:gson:2.8.9"))
                .containsExactly("gson-2.8.9.jar");
        assertThat(printed()).endsWith("added com.google.code.gson:gson:2.8.9\n");
    }

    @Test
    void are_told_that_the_same_version_is_there_already() throws IOException {
        central.jarWithClass("ai.djl:api:0.35.1", "ai.djl.Engine");

        assertThat(files("%maven ai.djl:api:0.35.1")).containsExactly("api-0.35.1.jar");
        assertThat(printed()).isEqualTo("added ai.djl:api:0.35.1\n");
    }
}
