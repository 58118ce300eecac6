package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.magic.MagicRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** State in a virtual machine without an agent, where JShell replaces whatever changes. */
class CarryOverTests extends SessionTesting {
    @Override
    JavaSession session() {
        return new JavaSession(new MagicRegistry(), environment(), Optional.empty(), true);
    }

    @Test
    void keeps_variables_of_methods_that_changed() {
        value("int f() { return 1; }\nvar v = f();\nIntSupplier g = () -> v + f();");
        value("int f() { return 2; }");
        value("long f() { return 3; }");
        assertThat(value("v")).isEqualTo(1);
        assertThat(value("g.getAsInt()")).isEqualTo(2);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void keeps_statics_and_contents() {
        value("class Counter { static int n = 0; int f() { return ++n; } }");
        value(
                "new Counter().f();\n"
                        + "List<Counter> none = new ArrayList<>();\n"
                        + "Map<String, Counter> map = new HashMap<>();");
        value("class Counter { static int n = 0; int f() { return --n; } }");
        assertThat(value("List.of(Counter.n, none.size(), map.size())"))
                .isEqualTo(List.of(1, 0, 0));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void says_what_was_lost() {
        value("class Model { int f() { return 1; } }\nModel m = new Model();");
        value("List<Model> ms = List.of(m);");
        value("class Model { int f() { return 2; } }");
        assertThat(warnings())
                .isEqualTo(
                        """
                        m was lost: it is an object of the former Model, whose shape has changed. Run the cell that makes it again.
                        ms is kept, but holds objects of the former Model, which the new Model does not know. Run the cell that makes them again.
                        """);
    }
}
