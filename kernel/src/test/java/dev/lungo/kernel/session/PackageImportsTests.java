package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageImportsTests {
    private final PackageImports imports = new PackageImports();

    @Test
    void matter_for_a_class_of_the_package() {
        assertThat(imports.matters("import java.util.*;", Set.of("x", "List"))).isTrue();
        assertThat(imports.matters("import  java.sql . *", Set.of("Date"))).isTrue();
    }

    @Test
    void do_not_matter_for_other_names() {
        assertThat(imports.matters("import java.util.*;", Set.of("Math", "max"))).isFalse();
        assertThat(imports.matters("import java.util.*", Set.of("Collectors"))).isFalse();
    }

    @Test
    void of_jars_and_of_members_always_matter() {
        assertThat(imports.matters("import no.such.jar.*;", Set.of())).isTrue();
        assertThat(imports.matters("import java.util.Map.*;", Set.of())).isTrue();
    }

    @Test
    void of_one_name_or_of_statics_are_not_judged() {
        assertThat(imports.matters("import java.util.List;", Set.of())).isTrue();
        assertThat(imports.matters("import static java.lang.Math.*;", Set.of())).isTrue();
    }
}
