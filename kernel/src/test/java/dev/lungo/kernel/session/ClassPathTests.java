package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathTests extends SessionTesting {
    @TempDir static Path folder;

    @Override
    @BeforeEach
    void open() {
        try {
            System.setProperty("lungo.library", offeredLibrary().toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        super.open();
    }

    @AfterEach
    void forgetLibrary() {
        System.clearProperty("lungo.library");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.zeromq.ZMQ",
                "com.google.gson.Gson",
                "org.objectweb.asm.ClassReader",
                "org.slf4j.Logger",
                "org.eclipse.aether.RepositorySystem",
                "dev.lungo.kernel.session.Session",
                "dev.lungo.kernel.magic.MagicHost",
            })
    void hides_what_the_kernel_is_made_of(String name) {
        assertThat(failure(name + ".class").message()).contains("does not exist");
        assertThat(failure("Class.forName(\"" + name + "\")").name())
                .isEqualTo("ClassNotFoundException");
        assertThat(session.classLoader().getResource(name.replace('.', '/') + ".class")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.lungo.kernel.Notebook",
                "io.github.spencerpark.jupyter.kernel.display.DisplayData",
                "javax.sql.DataSource",
                "com.sun.net.httpserver.HttpServer",
                "jdk.jshell.JShell",
            })
    void shows_what_extensions_and_notebooks_name(String name) throws Exception {
        assertThat(value(name + ".class")).isSameAs(Class.forName(name));
    }

    @Test
    void adds_a_jar_for_the_compiler_and_at_run_time() throws IOException {
        Path jar = new TestJars(folder).jar("tool-1.2.jar", "tool.Tool", "1.2");

        assertThat(value("List<String> used = %jars \"" + jar + "\"\nused"))
                .isEqualTo(List.of(jar.toString()));
        assertThat(value("tool.Tool.version()")).isEqualTo("1.2");
        assertThat(value("tool.Tool.class.getPackage().getImplementationVersion()"))
                .isEqualTo("1.2");
        assertThat(value("tool.Tool.class.getProtectionDomain().getCodeSource().getLocation()"))
                .isEqualTo(jar.toUri().toURL());
        assertThat(session.classLoader().getResource("tool/Tool.class")).isNotNull();
        assertThat(session.complete("tool.Tool.ver", 13).matches()).containsExactly("version()");
    }

    @Test
    void offers_the_library() {
        assertThat(value("ai.djl.Engine.version() + ai.djl.zoo.Zoo.version()"))
                .isEqualTo("0.35.10.35.1");
    }

    @Test
    void withdraws_an_unused_group_for_the_notebooks_version() throws IOException {
        Path jar = new TestJars(folder).jar("api-0.28.0.jar", "ai.djl.Engine", "0.28.0");
        value("%jars \"" + jar + "\"");

        assertThat(printed())
                .isEqualTo("using DJL 0.28.0 from this notebook instead of Lungo's 0.35.1\n");
        assertThat(value("ai.djl.Engine.version()")).isEqualTo("0.28.0");
        assertThat(failure("ai.djl.zoo.Zoo.version()").message()).contains("does not exist");
        assertThat(failure("Class.forName(\"ai.djl.zoo.Zoo\")").name())
                .isEqualTo("ClassNotFoundException");
        assertThat(value("lone.Lone.version()")).isEqualTo("2.0");
    }

    @Test
    void keeps_a_group_that_is_in_use() throws IOException {
        Path jar = new TestJars(folder).jar("api-0.28.0.jar", "ai.djl.Engine", "0.28.0");
        value("ai.djl.zoo.Zoo.version()");

        assertThat(value("List<String> used = %jars \"" + jar + "\"\nused")).isEqualTo(List.of());
        assertThat(printed())
                .isEqualTo(
                        "DJL 0.28.0 is not used: Lungo's 0.35.1 is already in use. To use it,"
                                + " restart the kernel and run this cell first.\n");
        assertThat(value("ai.djl.Engine.version()")).isEqualTo("0.35.1");
    }

    @Test
    void says_nothing_when_the_version_is_the_same() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Path jar = new TestJars(other).jar("lone-2.0.jar", "lone.Lone", "2.0");
        value("%classpath \"" + jar + "\"");
        assertThat(printed()).isEmpty();
        assertThat(value("lone.Lone.version()")).isEqualTo("2.0");
    }

    @Test
    void names_a_path_that_is_not_there() {
        assertThat(failure("%jars no/*.jar").message())
                .isEqualTo(
                        "%jars found nothing for no/*.jar (seen from "
                                + Path.of("").toAbsolutePath()
                                + "). Nothing was added.");
    }

    private static Path offeredLibrary() throws IOException {
        TestJars jars = new TestJars(folder);
        return jars.library(
                List.of(
                        jars.jar("api-0.35.1.jar", "ai.djl.Engine", "0.35.1"),
                        jars.jar("model-zoo-0.35.1.jar", "ai.djl.zoo.Zoo", "0.35.1"),
                        jars.jar("lone-2.0.jar", "lone.Lone", "2.0")));
    }
}
