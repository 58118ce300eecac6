package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StaticImportsTests {
    interface Above {
        int LIMIT = 3;
    }

    static class Members implements Above {
        static int made() {
            return 1;
        }

        int own() {
            return 2;
        }

        record Inner() {}
    }

    private final StaticImports imports = new StaticImports(getClass().getClassLoader());

    @Test
    void matter_for_static_members_and_inherited_ones() {
        var all = "import static " + Members.class.getName() + ".*;";
        assertThat(imports.matters(all, Set.of("x", "made"))).isTrue();
        assertThat(imports.matters(all, Set.of("LIMIT"))).isTrue();
        assertThat(imports.matters(all, Set.of("Inner"))).isTrue();
    }

    @Test
    void do_not_matter_for_other_names() {
        var all = "import static " + Members.class.getName() + ".*;";
        assertThat(imports.matters(all, Set.of("own", "System", "out"))).isFalse();
        assertThat(imports.matters("import static java.lang.Math.*", Set.of("maximum"))).isFalse();
        assertThat(imports.matters("import static java.lang.Math.*", Set.of("max"))).isTrue();
    }

    @Test
    void matter_when_their_type_cannot_be_read() {
        assertThat(imports.matters("import static java.util.Map.Entry.*;", Set.of())).isTrue();
        assertThat(imports.matters("import static no.such.Type.*;", Set.of())).isTrue();
    }

    @Test
    void are_all_that_is_judged() {
        assertThat(imports.matters("import java.util.*;", Set.of())).isTrue();
        assertThat(imports.matters("import static java.lang.Math.max;", Set.of())).isTrue();
    }
}
