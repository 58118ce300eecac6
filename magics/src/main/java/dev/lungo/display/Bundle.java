package dev.lungo.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value's looks: content by MIME type, always with {@code text/plain}.
 *
 * <p>Text types hold a {@code String}, binary types such as {@code image/png} a {@code byte[]}.
 *
 * @param content content by MIME type, in order of preference of the author, not of the viewer
 */
public record Bundle(Map<String, Object> content) {
    public Bundle {
        if (!content.containsKey("text/plain")) {
            throw new IllegalArgumentException(
                    "a bundle needs text/plain, got " + content.keySet());
        }
        content = Map.copyOf(content);
    }

    /** Plain text only. */
    public static Bundle text(String text) {
        return new Bundle(Map.of("text/plain", text));
    }

    /** A picture as SVG, with the text that says the same. */
    public static Bundle svg(String svg, String text) {
        return text(text).with("image/svg+xml", svg);
    }

    /** HTML, with the text that says the same. */
    public static Bundle html(String html, String text) {
        return text(text).with("text/html", html);
    }

    /** A copy that also has {@code value} for {@code mimeType}. */
    public Bundle with(String mimeType, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(content);
        more.put(mimeType, value);
        return new Bundle(more);
    }

    /** The {@code text/plain} content. */
    public String text() {
        return (String) content.get("text/plain");
    }
}
