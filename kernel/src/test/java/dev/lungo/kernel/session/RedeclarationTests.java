package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.magic.MagicRegistry;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Without what redefines classes in place, where JShell would replace them and lose their state.
 */
class RedeclarationTests extends SessionTesting {
    @Override
    JavaSession session() {
        return new JavaSession(new MagicRegistry(), Map.of(), Optional.empty(), true);
    }

    @Test
    void leaves_the_same_class_as_it_is() {
        String counter = "class Counter { static int n; }";
        value(counter);
        value("Counter.n = 3;");
        value(counter);
        assertThat(value("Counter.n")).isEqualTo(3);
    }

    @Test
    void replaces_a_class_when_a_name_in_it_may_mean_another() {
        String lists = "class Lists { static int n; List<String> all; }";
        value(lists);
        value("Lists.n = 3;");
        value("import java.awt.List;");
        failure(lists);
    }

    @Test
    void declares_a_method_again_when_another_took_its_place() {
        value("int size() { return 1; }");
        value("int size() { return 2; }");
        value("int size() { return 1; }");
        assertThat(value("size()")).isEqualTo(1);
    }

    @Test
    void declares_a_class_again_that_was_dropped_for_a_variable_of_its_type() {
        value("record P(int x) {}\nP p = new P(1);");
        value("record P(int x, int y) {}");
        value("record P(int x) {}");
        assertThat(value("new P(4).x()")).isEqualTo(4);
    }
}
