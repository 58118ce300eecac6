package dev.lungo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.chart.LineChart;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class LibraryRendererTests {
    private final Renderer renderer = new Renderer();

    @BeforeEach
    void register() {
        LibraryRenderer.register(renderer);
    }

    @Test
    void shows_a_chart_of_xchart_as_png() {
        var chart = LineChart.of("loss").line("training", List.of(2.0, 1.0)).xchart();
        DisplayData data = renderer.render(chart);
        assertThat((byte[]) data.getData(MIMEType.IMAGE_PNG)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo("XYChart: loss");
    }

    @Test
    void shows_a_table_of_tablesaw_as_html() {
        Table table =
                Table.create(
                        "people",
                        StringColumn.create("name", "Ada", "<Bob>"),
                        IntColumn.create("age", 36, 41));
        DisplayData data = renderer.render(table);
        assertThat((String) data.getData(MIMEType.TEXT_HTML)).contains("&lt;Bob&gt;");
        assertThat(data.getData(MIMEType.TEXT_PLAIN))
                .isEqualTo(
                        """
                        people
                        ┌───────┬─────┐
                        │ name  │ age │
                        ├───────┼─────┤
                        │ Ada   │  36 │
                        │ <Bob> │  41 │
                        └───────┴─────┘
                        2 rows x 2 columns\
                        """);
    }

    @Test
    void shows_both_ends_of_a_long_table() {
        int[] numbers = java.util.stream.IntStream.range(0, 100).toArray();
        String text = TablesawLook.of(Table.create(IntColumn.create("n", numbers))).toString();
        assertThat(text).contains("│  4 │", "│  … │", "│ 95 │", "100 rows x 1 columns");
        assertThat(text).doesNotContain("│  5 │", "│ 94 │");
    }

    @Test
    void leaves_other_values_as_text() {
        DisplayData data = renderer.render(Map.of("a", 1));
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo("{a=1}");
        assertThat(data.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
    }

    @Test
    void loads_neither_library_for_other_values() throws Exception {
        try (var loader = new WithoutLibraries()) {
            Class<?> type = loader.loadClass(LibraryRenderer.class.getName());
            var register = type.getDeclaredMethod("register", Renderer.class);
            register.setAccessible(true);
            var fresh = new Renderer();
            register.invoke(null, fresh);
            assertThat(fresh.render("text").getData(MIMEType.TEXT_PLAIN)).isEqualTo("text");
        }
    }

    /** Loads our classes itself and fails for those of XChart and Tablesaw. */
    private static final class WithoutLibraries extends URLClassLoader {
        WithoutLibraries() throws IOException {
            super(
                    new URL[] {
                        LibraryRenderer.class.getProtectionDomain().getCodeSource().getLocation()
                    });
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.knowm.") || name.startsWith("tech.tablesaw.")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("dev.lungo.notebook.")) {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    return loaded != null ? loaded : findClass(name);
                }
            }
            return super.loadClass(name, resolve);
        }
    }
}
