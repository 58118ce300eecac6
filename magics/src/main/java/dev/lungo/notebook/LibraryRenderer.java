package dev.lungo.notebook;

import dev.lungo.chart.XChartPicture;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import org.knowm.xchart.internal.chartpart.IChart;
import tech.tablesaw.table.Relation;

/**
 * Shows XChart's charts and Tablesaw's tables as a cell leaves them.
 *
 * <p>Recognised by the name of a class above theirs, so that neither library is loaded, nor its
 * version decided, before a cell has made such a value.
 */
final class LibraryRenderer {
    private LibraryRenderer() {}

    static void register(Renderer renderer) {
        renderer.createRegistration(Object.class)
                .supporting("text/plain", "text/html", "image/png")
                .preferring("text/plain", "text/html", "image/png")
                .register(LibraryRenderer::render);
    }

    private static void render(Object value, RenderContext context) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            switch (type.getName()) {
                case "org.knowm.xchart.internal.chartpart.Chart" ->
                        RichRenderer.add(new XChartPicture((IChart) value).bundle(), context);
                case "tech.tablesaw.table.Relation" ->
                        RichRenderer.add(TablesawLook.of((Relation) value).bundle(), context);
                default -> {}
            }
        }
    }
}
