package dev.lungo.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value's looks: content by MIME type, always with {@code text/plain}.
 *
 * <p>Text types hold a {@code String}, binary types such as {@code image/png} a {@code byte[]}.
 *
 * @param content content by MIME type
 * @param hints how to show it, by MIME type, for example the width of a picture on the page
 */
public record Bundle(Map<String, Object> content, Map<String, Map<String, Object>> hints) {
    public Bundle {
        if (!content.containsKey("text/plain")) {
            throw new IllegalArgumentException(
                    "a bundle needs text/plain, got " + content.keySet());
        }
        content = Map.copyOf(content);
        hints = Map.copyOf(hints);
    }

    /** Content that needs no hints. */
    public Bundle(Map<String, Object> content) {
        this(content, Map.of());
    }

    /** Plain text only. */
    public static Bundle text(String text) {
        return new Bundle(Map.of("text/plain", text));
    }

    /** A picture as SVG, with the text that says the same. */
    public static Bundle svg(String svg, String text) {
        return text(text).with("image/svg+xml", svg);
    }

    /**
     * A picture as PNG, with the text that says the same.
     *
     * @param width on the page; a picture of twice as many pixels is sharp on fine screens
     * @param height on the page
     */
    public static Bundle png(byte[] png, int width, int height, String text) {
        return new Bundle(
                Map.of("text/plain", text, "image/png", png),
                Map.of("image/png", Map.of("width", width, "height", height)));
    }

    /** HTML, with the text that says the same. */
    public static Bundle html(String html, String text) {
        return text(text).with("text/html", html);
    }

    /** A copy that also has {@code value} for {@code mimeType}. */
    public Bundle with(String mimeType, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(content);
        more.put(mimeType, value);
        return new Bundle(more, hints);
    }

    /** The {@code text/plain} content. */
    public String text() {
        return (String) content.get("text/plain");
    }
}
