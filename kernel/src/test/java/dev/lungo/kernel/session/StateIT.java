package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of the state when a cell redefines what it was made with. */
class StateIT extends SessionTesting {
    @BeforeEach
    void agentIsThere() {
        assertThat(Redefiner.ofProcess()).as("surefire starts the agent").isPresent();
    }

    @Test
    void keeps_a_var_when_its_method_has_a_new_body() {
        value("int f() { return 1; }\nvar v = f();");
        value("int f() { return 2; }");
        assertThat(value("v * 10 + f()")).isEqualTo(12);
    }

    @Test
    void keeps_a_var_when_its_method_gets_a_lambda() {
        value("int f() { return 1; }\nvar v = f();");
        value("int f() { return IntStream.range(0, 3).map(i -> i * 2).sum(); }");
        assertThat(value("v * 10 + f()")).isEqualTo(16);
    }

    @Test
    void keeps_a_var_whose_initialiser_no_longer_compiles() {
        value("int f() { return 1; }\nvar v = f();\nvar text = \"a\" + v;");
        value("long f() { return 2; }");
        assertThat(value("v + text")).isEqualTo("1a1");
    }

    @Test
    void runs_new_bodies_in_old_lambdas() {
        value("int f() { return 1; }\nIntSupplier g = () -> f() * 10;");
        value("int f() { return 2; }");
        assertThat(value("g.getAsInt()")).isEqualTo(20);
    }

    @Test
    void keeps_objects_and_statics_when_a_method_of_their_class_has_a_new_body() {
        value("class Counter { static int n = 0; int i = 7; int f() { return ++n; } }");
        value("Counter c = new Counter();\nc.i = 9;\nc.f(); c.f();");
        value("class Counter { static int n = 0; int i = 7; int f() { return -i; } }");
        assertThat(value("List.of(c.f(), Counter.n)")).isEqualTo(List.of(-9, 2));
    }

    @Test
    void keeps_statics_when_their_class_has_a_new_shape() {
        value("class Counter { static int n = 0; static int next() { return ++n; } }");
        value("Counter.next(); Counter.next();");
        value(
                "class Counter { static int n = 0; static int next() { return ++n; }\n"
                        + "  static String m = \"new\"; }");
        assertThat(value("Counter.m + Counter.n")).isEqualTo("new2");
    }

    @Test
    void takes_a_static_value_that_the_user_changed_and_keeps_the_others() {
        value("class Config { static double LR = 0.1; static final int K = 3; static int n = 1; }");
        value("Config.n = 5;\nint twice() { return Config.K * 2; }\nint other = 8;");
        value(
                "class Config { static double LR = 0.01; static final int K = 4; static int n = 1;"
                        + " }");
        assertThat(value("List.of(Config.LR, Config.K, Config.n, twice(), other)"))
                .isEqualTo(List.of(0.01, 4, 5, 8, 8));
    }

    @Test
    void says_which_final_field_begins_anew() {
        value("class Log { static final List<String> lines = new ArrayList<>(); }");
        value("Log.lines.add(\"a\");");
        value("class Log { static final List<String> lines = new ArrayList<>(); int size; }");
        assertThat(value("Log.lines.size()")).isEqualTo(0);
        assertWarnings("Log.lines begins anew, because it is final and its class was replaced.");
    }

    @Test
    void says_why_an_object_that_was_kept_in_a_list_is_of_no_use() {
        value("class Model { int a = 7; }\nList<Model> models = List.of(new Model());");
        value("class Model { int a = 7; int b = 8; }");
        forgetWarnings();
        assertThat(failure("models.get(0).a").message())
                .isEqualTo(
                        "this is an object of the former Model, whose shape has changed. Run the"
                                + " cell that makes it again.");
    }

    @Test
    void says_what_was_lost_with_the_shape_of_a_class() {
        value("class Model { int a = 7; }\nint use(Model m) { return m.a; }");
        value("Model m = new Model();\nint x = 5;\nint y = use(m);");
        value("var ms = new ArrayList<>(List.of(m));\nModel[] array = {m};");
        value("class Model { int a = 7; int b = 8; }");
        assertThat(value("List.of(x, y, ms.size(), m == null, array == null, use(new Model()))"))
                .isEqualTo(List.of(5, 7, 1, true, true, 7));
        String lost =
                " was lost: it is an object of the former Model, whose shape has changed. Run the"
                        + " cell that makes it again.";
        assertWarnings(
                "m" + lost,
                "array" + lost,
                "ms is kept, but holds objects of the former Model, which the new Model does not"
                        + " know. Run the cell that makes them again.");
    }

    @Test
    void keeps_an_object_held_by_a_wider_type() {
        value("record P(int a) {}\nObject o = new P(3);");
        value("record P(int a, int b) {}");
        assertThat(value("o.toString()")).isEqualTo("P[a=3]");
    }

    @Test
    void says_that_a_record_lacks_a_component() {
        value("record P(int a) {}\nP p = new P(3);");
        value("record P(int a, int b) {}");
        assertThat(value("p == null")).isEqualTo(true);
        assertWarnings(
                "p was lost: it is an object of the former P, whose shape has changed. Run the cell"
                        + " that makes it again.");
    }

    @Test
    void converts_records_and_constants_by_their_names() {
        value("enum Color { RED, BLUE }\nrecord P(int a, Color color) {}");
        value("P p = new P(3, Color.BLUE);\nColor c = Color.RED;");
        value("enum Color { GREEN, RED, BLUE }");
        value("record P(int a, Color color) { int twice() { return 2 * a; } }");
        assertThat(value("p.twice() + p.color().toString() + c.ordinal()")).isEqualTo("6BLUE1");
    }

    @Test
    void keeps_a_generic_holder_and_what_is_in_it() {
        value("class Box<T> { T v; Box(T v) { this.v = v; } T get() { return v; } }");
        value("var b = new Box<>(\"x\");\nBox<List<Integer>> bs = new Box<>(List.of(1));");
        value("class Box<T> { T v; Box(T v) { this.v = v; } T get() { this.v = v; return v; } }");
        assertThat(value("b.get() + bs.get().get(0)")).isEqualTo("x1");
    }

    @Test
    void says_what_was_lost_with_an_interface() {
        value("interface Shape { double area(); }");
        value("class Square implements Shape { double a; public double area() { return a * a; } }");
        value("Shape s = new Square();");
        value("interface Shape { double area(); default String name() { return \"shape\"; } }");
        assertThat(value("new Square().name() + s")).isEqualTo("shapenull");
        assertWarnings(
                "s was lost: it is an object of the former Square, whose shape has changed. Run the"
                        + " cell that makes it again.");
    }

    @Test
    void redefines_and_uses_in_one_cell() {
        value("int f() { return 1; }\nvar v = f();\nclass A { int i = 1; }\nA a = new A();");
        assertThat(
                        value(
                                "long f() { return 5; }\n"
                                        + "class A { int i = 1; int j = 2; }\n"
                                        + "a = new A();\n"
                                        + "v + f() + a.j"))
                .isEqualTo(8L);
        assertWarnings(
                "a was lost: it is an object of the former A, whose shape has changed. Run the cell"
                        + " that makes it again.");
    }

    @Test
    void runs_a_declaration_again_as_it_ran_at_first() {
        for (int i = 0; i < 30; i++) {
            value("int zero;\nint one = 1;\nvar list = new ArrayList<Integer>();");
            value("class A { static int n; int f() { return n++; } }\nint g() { return one; }");
            assertThat(value("new A().f() + zero + one + list.size()")).isEqualTo(i + 1);
            value("zero = 5; one = 6; list.add(7);");
        }
    }

    @Test
    void gives_a_variable_another_type() {
        value("int x = 5;\nint y() { return 1; }");
        value("String x = \"a\" + x;");
        assertThat(failure("String x = null; x.length()").name()).isEqualTo("NullPointerException");
        assertThat(value("String x = \"b\"; x + y()")).isEqualTo("b1");
    }

    @AfterEach
    void warns_of_nothing_else() {
        assertThat(warnings()).isEmpty();
    }

    private void assertWarnings(String... lines) {
        assertThat(warnings().lines()).containsExactlyInAnyOrder(lines);
        forgetWarnings();
    }
}
