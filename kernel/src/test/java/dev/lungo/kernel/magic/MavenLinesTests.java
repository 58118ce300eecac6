package dev.lungo.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MavenLinesTests {
    @Test
    void joins_neighbours_and_keeps_the_first_line() {
        assertThat(parts("int a;\n%maven x:x:1\n\n%addMavenDependency y:y:1 -v\n%maven z:z:1"))
                .containsExactly(
                        new CellPart.Java("int a;\n", 1),
                        new CellPart.LineMagic(
                                "maven", List.of("x:x:1", "y:y:1", "-v", "z:z:1"), 2));
    }

    @Test
    void leaves_apart_what_java_or_a_repository_divides() {
        String cell = "%maven x:x:1\nf();\n%maven y:y:1\n%maven --from r z:z:1\n%mavenRepo r u\n";
        assertThat(parts(cell)).isEqualTo(CellParser.parse(cell)).hasSize(5);
    }

    private static List<CellPart> parts(String cell) {
        return MavenLines.together(CellParser.parse(cell));
    }
}
