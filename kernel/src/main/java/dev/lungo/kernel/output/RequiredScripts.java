package dev.lungo.kernel.output;

import java.util.regex.Pattern;

/**
 * Lets old plots appear in JupyterLab: they load Plotly with require.js, which only the classic
 * notebook brought along.
 */
final class RequiredScripts {
    private static final Pattern PLOTLY =
            Pattern.compile("\\brequire\\(\\[\\s*['\"][^'\"\\]]*plotly", Pattern.CASE_INSENSITIVE);

    /** Loads each script once; a script that finds no require.js sets window.Plotly. */
    private static final String REQUIRE =
            """
            <script>
            window.require = window.require || ((urls, use) => {
              const loaded = window.require.loaded = window.require.loaded || {};
              const load = url => loaded[url] = loaded[url] || new Promise((done, failed) => {
                const script = document.createElement("script");
                Object.assign(script, {src: url, onload: done, onerror: failed});
                document.head.append(script);
              });
              Promise.all(urls.map(load)).then(() => use(window.Plotly));
            });
            </script>
            """;

    private RequiredScripts() {}

    /** The HTML, with what it requires before it. */
    static String provided(String html) {
        return PLOTLY.matcher(html).find() ? REQUIRE + html : html;
    }
}
