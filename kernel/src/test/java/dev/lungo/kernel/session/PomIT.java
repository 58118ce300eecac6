package dev.lungo.kernel.session;

import static dev.lungo.kernel.session.TestRepository.dependency;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code %loadFromPOM} and {@code %%loadFromPOM}, as IJava notebooks use them. */
class PomIT extends MavenTesting {
    @Test
    void reads_loose_dependencies_and_repositories() throws IOException {
        TestRepository mine = new TestRepository(home.resolve("mine"));
        mine.jarWithClass("org.m:m:1", "org.m.M").jar("org.n:n:1");

        value(
                "%%loadFromPOM\n<repository>\n  <id>mine</id><url>"
                        + mine.folder().toUri()
                        + "</url>\n</repository>\n"
                        + dependency("org.m:m:1", "")
                        + "\n<!-- a remark -->\n"
                        + dependency("org.n:n:1", ""));

        assertThat(printed()).isEqualTo("added org.m:m:1, org.n:n:1\n");
        assertThat(value("org.m.M.version()")).isEqualTo("1");
    }

    @Test
    void gives_a_repository_without_id_one() throws IOException {
        TestRepository mine = new TestRepository(home.resolve("mine")).jar("org.m:m:1");
        String repository = "<repository><url>" + mine.folder().toUri() + "</url></repository>";

        value("%%loadFromPOM\n" + repository + dependency("org.m:m:1", ""));
        assertThat(printed()).isEqualTo("added org.m:m:1\n");
    }

    @Test
    void looks_in_the_repositories_that_magics_added() throws IOException {
        TestRepository mine = new TestRepository(home.resolve("mine")).jar("org.m:m:1");
        value("%mavenRepo mine " + mine.folder());

        value("%%loadFromPOM\n" + dependency("org.m:m:1", ""));
        assertThat(printed()).isEqualTo("added org.m:m:1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<dependencies>%s</dependencies>", "%s"})
    void obeys_exclusions_classifiers_properties_and_management(String form) throws IOException {
        central.jar("org.a:a:1", "org.x:x:1", "org.b:b:1").jar("org.x:x:1");
        central.jar("org.b:b:1").jar("org.b:b:2").classifier("org.b:b:2", "cpu");
        String exclusion =
                "<exclusions><exclusion><groupId>org.x</groupId><artifactId>x</artifactId>"
                        + "</exclusion></exclusions>";

        value(
                """
                %%loadFromPOM
                <properties><b.version>2</b.version></properties>
                <dependencyManagement><dependencies>\
                """
                        + dependency("org.b:b:${b.version}", "")
                        + "</dependencies></dependencyManagement>"
                        + form.formatted(
                                dependency("org.a:a:1", exclusion)
                                        + dependency(
                                                "org.b:b:${b.version}",
                                                "<classifier>cpu</classifier>")));

        assertThat(printed()).isEqualTo("added org.a:a:1, org.b:b:cpu:2 and 1 more they need\n");
        assertThat(value("%%loadFromPOM -v\n" + dependency("org.b:b:2", ""))).isNull();
        assertThat(printed()).endsWith("added org.b:b:2\n  org.b:b:2\n");
    }

    @Test
    void imports_a_bom() throws IOException {
        central.jar("org.a:a:3")
                .pom(
                        "org.bom:bom:1",
                        "pom",
                        "<dependencyManagement><dependencies>"
                                + dependency("org.a:a:3", "")
                                + "</dependencies></dependencyManagement>");

        value(
                "%%loadFromPOM\n"
                        + dependency("org.bom:bom:1", "<type>pom</type><scope>import</scope>")
                        + dependency("org.a:a", ""));
        assertThat(printed()).isEqualTo("added org.a:a:3\n");
    }

    @Test
    void takes_a_whole_project_as_it_is() throws IOException {
        central.jar("org.a:a:1");
        value(
                """
                %%loadFromPOM
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 maven-4.0.0.xsd">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.p</groupId>
                  <artifactId>p</artifactId>
                  <version>1</version>
                  <dependencies>
                """
                        + dependency("org.a:a:${project.version}", "")
                        + "</dependencies></project>");
        assertThat(printed()).isEqualTo("added org.a:a:1\n");
    }

    @Test
    void reads_a_file_with_its_parent_and_takes_the_scopes_asked_for() throws IOException {
        central.jar("org.a:a:1").jar("org.t:t:1", "org.u:u:1").jar("org.u:u:1").jar("org.p:p:1");
        Path project = Files.createDirectories(home.resolve("project/module"));
        Files.writeString(
                project.resolve("../pom.xml"),
                """
                <project><modelVersion>4.0.0</modelVersion><groupId>org.q</groupId>
                <artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
                <dependencyManagement><dependencies>%s</dependencies></dependencyManagement>
                </project>
                """
                        .formatted(dependency("org.a:a:1", "")));
        Files.writeString(
                project.resolve("pom.xml"),
                """
                <project><modelVersion>4.0.0</modelVersion><parent><groupId>org.q</groupId>
                <artifactId>parent</artifactId><version>1</version></parent>
                <artifactId>module</artifactId><dependencies>%s%s%s</dependencies></project>
                """
                        .formatted(
                                dependency("org.a:a", ""),
                                dependency("org.t:t:1", "<scope>test</scope>"),
                                dependency("org.p:p:1", "<scope>provided</scope>")));

        assertThat(files("%loadFromPOM " + project)).containsExactly("a-1.jar");
        assertThat(files("%loadFromPOM " + project.resolve("pom.xml") + " test provided"))
                .containsExactly("p-1.jar", "t-1.jar", "u-1.jar");
    }

    @Test
    void says_what_is_wrong_with_a_pom() {
        assertThat(failure("%loadFromPOM " + home.resolve("none.xml")).message())
                .isEqualTo("%loadFromPOM found no file " + home.resolve("none.xml") + ".");
        assertThat(failure("%loadFromPOM").message())
                .isEqualTo(
                        "%loadFromPOM needs the path of a POM, for example %loadFromPOM pom.xml");
        assertThat(failure("%%loadFromPOM\n<dependency>\n<groupId>a</groupI>").message())
                .startsWith("%%loadFromPOM: this is not XML, line 2 below the magic: ")
                .endsWith(" Nothing was added.");
        assertThat(failure("%%loadFromPOM\n" + dependency("org.a:a", "")).message())
                .isEqualTo(
                        "%loadFromPOM cannot use this POM: 'dependencies.dependency.version' for"
                                + " org.a:a:jar is missing. Nothing was added.");
        assertThat(failure("%%loadFromPOM comple\n" + dependency("org.a:a:1", "")).message())
                .isEqualTo(
                        "%loadFromPOM: there is no scope comple. Maven's are compile, runtime,"
                                + " provided, system and test.");
    }
}
