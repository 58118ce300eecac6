package dev.lungo.kernel.session;

import static dev.lungo.kernel.session.TestRepository.dependency;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code %maven} and {@code %mavenRepo}, as IJava notebooks use them. */
class MavenIT extends MavenTesting {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%maven org.a:a:1",
                "%addMavenDependency org.a:a:1",
                "%addMavenDependencies org.a:a:jar:1",
                "%maven org.a#a;1",
                "%maven org.a#a;latest.release",
                "%maven org.a:a:[1,2)",
            })
    void adds_an_artifact_and_what_it_needs(String magic) throws IOException {
        central.jarWithClass("org.a:a:1", "org.a.A").jar("org.b:b:2");
        central.pom(
                "org.a:a:1",
                "jar",
                "<dependencies>" + dependency("org.b:b:2", "") + "</dependencies>");
        metadata("org.a", "a", "1");

        value(magic);

        assertThat(printed()).isEqualTo("added org.a:a:1 and 1 more it needs\n");
        assertThat(value("org.a.A.version()")).isEqualTo("1");
    }

    @Test
    void leaves_out_what_an_artifact_excludes_or_needs_for_tests_only() throws IOException {
        central.jar("org.b:b:1", "org.c:c:1").jar("org.c:c:1").jar("org.t:t:1");
        String exclusion =
                "<exclusions><exclusion><groupId>org.c</groupId><artifactId>c</artifactId>"
                        + "</exclusion></exclusions>";
        central.jarWithPom(
                "org.a:a:1",
                "<dependencies>"
                        + dependency("org.b:b:1", exclusion)
                        + dependency("org.t:t:1", "<scope>test</scope>")
                        + "</dependencies>");

        assertThat(files("%maven org.a:a:1")).containsExactly("a-1.jar", "b-1.jar");
    }

    @Test
    void adds_what_a_pom_without_a_jar_needs() throws IOException {
        central.jar("org.a:a:1").jar("org.b:b:1");
        central.pom(
                "org.all:all:1",
                "pom",
                "<dependencies>"
                        + dependency("org.a:a:1", "")
                        + dependency("org.b:b:1", "")
                        + "</dependencies>");

        assertThat(files("%maven org.all:all:pom:1")).containsExactly("a-1.jar", "b-1.jar");
        assertThat(printed()).isEqualTo("added 2 artifacts\n");
    }

    @Test
    void finds_a_classifier() throws IOException {
        central.jar("org.a:a:1").classifier("org.a:a:1", "linux-x86_64");

        assertThat(files("%maven org.a:a:jar:linux-x86_64:1"))
                .containsExactly("a-1-linux-x86_64.jar");
        assertThat(printed()).isEqualTo("added org.a:a:linux-x86_64:1\n");
    }

    @Test
    void resolves_the_lines_of_a_cell_together_and_explains_which_version_it_chose()
            throws IOException {
        central.jar("org.a:a:1", "org.c:c:1").jar("org.b:b:1", "org.c:c:2");
        central.jar("org.c:c:1").jar("org.c:c:2");

        value("%maven org.a:a:1\n\n%maven org.b:b:1");

        assertThat(printed())
                .isEqualTo(
                        """
                        added org.a:a:1, org.b:b:1 and 1 more they need
                        nearest version chosen: c 1, not 2, which b wants
                        """);
    }

    @Test
    void says_that_an_earlier_cell_brought_another_version() throws IOException {
        central.jar("org.c:c:1").jar("org.c:c:2").jar("org.b:b:1", "org.c:c:2");
        value("%maven org.c:c:1");

        assertThat(files("%maven org.b:b:1")).containsExactly("b-1.jar");
        assertThat(files("%maven org.c:c:2")).isEmpty();
        assertThat(printed())
                .isEqualTo(
                        """
                        added org.c:c:1
                        org.c:c:2 is not used: 1 is on the class path already.
                        added org.b:b:1
                        org.c:c:2 is not used: 1 is on the class path already. To use it, restart\
                         the kernel and add it first.
                        """);
    }

    @Test
    void lists_everything_with_v() throws IOException {
        central.jar("org.a:a:1", "org.b:b:1").jar("org.b:b:1");

        value("%maven -v org.a:a:1");
        assertThat(printed())
                .isEqualTo("added org.a:a:1 and 1 more it needs\n  org.a:a:1\n  org.b:b:1\n");
    }

    @Test
    void looks_in_added_repositories_too() throws IOException {
        TestRepository mine =
                new TestRepository(home.resolve("mine")).jar("org.m:m:1", "org.a:a:1");
        central.jar("org.a:a:1");
        value("%mavenRepo mine " + mine.folder().toUri());

        assertThat(files("%maven org.m:m:1")).containsExactly("a-1.jar", "m-1.jar");
    }

    @Test
    void looks_only_where_from_says() throws IOException {
        TestRepository mine = new TestRepository(home.resolve("mine")).jar("org.m:m:1");
        central.jar("org.a:a:1");
        value("%addMavenRepo mine " + mine.folder());

        assertThat(files("%maven --from mine org.m:m:1")).containsExactly("m-1.jar");
        assertThat(failure("%maven --from=mine org.a:a:1").message())
                .contains("org.a:a:jar:1")
                .contains("Nothing was added.");
        assertThat(files("%maven org.m:m:1 --from " + mine.folder().toUri()))
                .containsExactly("m-1.jar");
        assertThat(failure("%maven --from mien org.m:m:1").message())
                .isEqualTo(
                        "%maven: there is no repository mien. Known: near, mine. Did you mean"
                                + " mine?");
    }

    @Test
    void finds_a_snapshot() throws IOException {
        TestRepository mine = new TestRepository(home.resolve("mine"));
        mine.jarWithClass("org.s:s:1-SNAPSHOT", "org.s.S");
        value("%mavenRepo mine " + mine.folder().toUri() + "\n%maven org.s:s:1-SNAPSHOT");

        assertThat(value("org.s.S.version()")).isEqualTo("1-SNAPSHOT");
    }

    @Test
    void uses_the_local_repository_of_the_settings() throws IOException {
        TestRepository local = new TestRepository(home.resolve("local")).jar("org.l:l:1");
        settings(
                "<localRepository>" + local.folder() + "</localRepository><offline>true</offline>");

        assertThat(files("%maven org.l:l:1")).containsExactly("l-1.jar");
    }

    @Test
    void refuses_a_file_whose_checksum_is_wrong() throws IOException {
        central.jar("org.a:a:1");
        Files.writeString(central.place("org.a:a:1", "", "jar.sha1"), "0".repeat(40));

        assertThat(failure("%maven org.a:a:1").message())
                .contains("org/a/a/1/a-1.jar is damaged")
                .contains("Nothing was added.");
        assertThat(home.resolve(".m2/repository/org/a/a/1/a-1.jar")).doesNotExist();
    }

    @Test
    void names_what_it_did_not_find_and_where_it_looked() {
        assertThat(failure("%maven org.none:none:1").message())
                .isEqualTo(
                        "%maven: Could not find artifact org.none:none:jar:1 in near ("
                                + central.folder().toUri()
                                + "). Nothing was added.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "junk", "http:// x"})
    void refuses_what_is_no_repository(String url) {
        assertThat(failure("%mavenRepo mine \"" + url + "\"").message())
                .isEqualTo(
                        "%mavenRepo: "
                                + url
                                + " is not the URL of a repository. It begins with https:, http:"
                                + " or file:.");
    }

    @Test
    void names_an_option_that_it_does_not_know() {
        assertThat(failure("%maven -x org.a:a:1").message())
                .isEqualTo("%maven has no option -x. It knows --from REPOSITORY and -v.");
        assertThat(failure("%maven org.a:a:1 --from").message())
                .isEqualTo("%maven: --from needs the id or the URL of a repository behind it.");
        assertThat(failure("%mavenRepo mine").message())
                .isEqualTo(
                        "%mavenRepo needs an id and a URL, for example %mavenRepo mine"
                                + " https://example.org/maven. Received: mine");
    }

    /** What tells a resolver which versions there are. */
    private void metadata(String group, String artifact, String version) throws IOException {
        Files.writeString(
                central.place(group + ":" + artifact + ":" + version, "", "pom")
                        .resolve("../../maven-metadata.xml")
                        .normalize(),
                """
                <metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning>
                <latest>%s</latest><release>%3$s</release><versions><version>%3$s</version></versions>
                </versioning></metadata>
                """
                        .formatted(group, artifact, version));
    }
}
