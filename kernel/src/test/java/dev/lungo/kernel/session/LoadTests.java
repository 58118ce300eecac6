package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTests extends SessionTesting {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Utils", "Utils.jsh", "Utils.jshell", "Utils.java", "Utils.ijava"})
    void finds_a_file_without_its_ending_and_reads_utf_8(String name) throws IOException {
        write(name, "String greeting = \"héllo 中文 🙂\";\n");
        assertThat(value("int before = 1;\n" + load("Utils") + "\ngreeting + before"))
                .isEqualTo("héllo 中文 🙂1");
    }

    @Test
    void runs_the_code_cells_of_a_notebook_and_their_magics() throws IOException {
        write("Utils.jsh", "int one = 1;");
        write(
                "book.ipynb",
                """
                {"cells": [
                  {"cell_type": "markdown", "source": ["not java"]},
                  {"cell_type": "code", "source": ["int a = 5;\\n", "a++;"]},
                  {"cell_type": "code", "source": "%s\\nint b = a + one;"}]}
                """
                        .formatted(load("Utils").replace("\"", "\\\"")));
        assertThat(value(load("book") + "\nb")).isEqualTo(7);
    }

    @Test
    void runs_inside_a_loop() throws IOException {
        write("Count.jsh", "n++;");
        assertThat(
                        value(
                                "int n = 0;\nfor (int i = 0; i < 3; i++) {\n  "
                                        + load("Count")
                                        + "\n}\nn"))
                .isEqualTo(3);
    }

    @Test
    void names_the_loaded_file_in_errors() throws IOException {
        write("Bad.jsh", "int ok = 1;\n\nint x = ok / 0;\n");
        assertThat(trace(load("Bad")))
                .isEqualTo(
                        """
                        ArithmeticException: / by zero
                          at Bad.jsh, line 3  int x = ok / 0;\
                        """);
    }

    @Test
    void says_what_it_tried() {
        assertThat(failure(load("nothing")).message())
                .isEqualTo(
                        "%load found no file "
                                + folder.resolve("nothing")
                                + ". Tried nothing, nothing.jsh, nothing.jshell, nothing.java,"
                                + " nothing.ijava, nothing.ipynb in "
                                + folder
                                + ".");
    }

    @Test
    void refuses_what_is_not_utf_8() throws IOException {
        Path file = Files.write(folder.resolve("latin.jsh"), new byte[] {'/', '/', (byte) 0xe9});
        assertThat(failure(load("latin")).message())
                .isEqualTo("%load reads UTF-8, and " + file + " is not. Save it as UTF-8 first.");
    }

    @Test
    void lists_magics_and_suggests_the_one_meant() {
        value("%lsmagic");
        assertThat(printed())
                .contains(
                        "Line magics: %addMavenDependencies %addMavenDependency %addMavenRepo"
                                + " %classpath %exec %jars %load %loadFromPOM %lsmagic %maven"
                                + " %mavenRepo %system %threads %time\n"
                                + "Cell magics: %%loadFromPOM %%time");
        assertThat(trace("int a = 1;\n%lod x"))
                .isEqualTo(
                        """
                        MagicException: There is no magic %lod. Did you mean %load?
                          at cell 2, line 2  %lod x\
                        """);
    }

    @Test
    void explains_a_coordinate_that_is_none() {
        assertThat(failure("%maven junk").message())
                .isEqualTo(
                        "%maven: junk is not an artifact. Write it"
                                + " group:artifact[:packaging[:classifier]]:version.");
    }

    private String load(String name) {
        return "%load \"" + folder.resolve(name) + "\"";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
