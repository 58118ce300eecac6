package dev.lungo.notebook;

import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/** Shows a {@link Rich} value with all its looks, or with those that a cell asks for. */
final class RichRenderer {
    private static final String[] TYPES = {
        "text/plain",
        "text/html",
        "text/markdown",
        "text/latex",
        "image/svg+xml",
        "image/png",
        "image/jpeg",
        "image/gif",
        "application/json"
    };

    private RichRenderer() {}

    static void register(Renderer renderer) {
        renderer.createRegistration(Rich.class)
                .preferring(TYPES)
                .register((value, context) -> add(value.bundle(), context));
    }

    /** The looks of {@code value} as the kernel sends them. */
    static DisplayData data(Rich value) {
        Bundle bundle = value.bundle();
        var data = new DisplayData(bundle.text());
        bundle.content().forEach(data::putData);
        bundle.hints().forEach(data::putMetaData);
        return data;
    }

    /** Adds those of a bundle's looks that are asked for. */
    static void add(Bundle bundle, RenderContext context) {
        DisplayData data = context.getOutputContainer();
        bundle.content()
                .forEach(
                        (type, content) -> {
                            if (context.wantsDataRenderedAs(MIMEType.parse(type))) {
                                data.putData(type, content);
                                if (bundle.hints().containsKey(type)) {
                                    data.putMetaData(type, bundle.hints().get(type));
                                }
                            }
                        });
    }
}
