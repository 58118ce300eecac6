package dev.lungo.kernel.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.util.artifact.DefaultArtifactTypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTests {
    private static final ArtifactTypeRegistry TYPES =
            new DefaultArtifactTypeRegistry()
                    .add(new DefaultArtifactType("bundle", "jar", "", "java"))
                    .add(new DefaultArtifactType("test-jar", "jar", "tests", "java"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g:a:1|g:a:jar:1",
                "g:a:pom:1|g:a:pom:1",
                "g:a:jar:linux-x86_64:1|g:a:jar:linux-x86_64:1",
                "g:a:bundle:1|g:a:jar:1",
                "g:a:test-jar:1|g:a:jar:tests:1",
                "g:a:[1,2)|g:a:jar:[1,2)",
                "org.g#a-b;1.0|org.g:a-b:jar:1.0",
                "g#a;latest.release|g:a:jar:RELEASE",
                "g#a;latest.integration|g:a:jar:LATEST",
                "g#a;1.2.+|g:a:jar:[1.2.0,1.2.999999)",
            })
    void reads_what_maven_and_ivy_write(String text, String artifact) {
        assertThat(Coordinate.artifact(text, TYPES)).hasToString(artifact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "g:a", "g#a", "g:a:b:c:1:2", "g#a;1;2"})
    void names_the_form_of_what_is_none(String text) {
        assertThatThrownBy(() -> Coordinate.artifact(text, TYPES))
                .hasMessage(
                        "%maven: "
                                + text
                                + " is not an artifact. Write it"
                                + " group:artifact[:packaging[:classifier]]:version.");
    }

    @Test
    void the_packaging_jar_has_no_classifier() {
        assertThat(Coordinate.artifact("g:a:jar:1", TYPES).getClassifier()).isEmpty();
    }
}
