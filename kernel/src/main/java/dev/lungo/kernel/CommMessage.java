package dev.lungo.kernel;

import java.util.List;
import java.util.Map;

/**
 * What a front end sent over a {@link Comm}.
 *
 * @param data JSON as Java: maps, lists, texts, booleans, null, and Long or Double for numbers
 * @param metadata what the front end adds, in the same form
 * @param buffers raw bytes, for example of a file
 */
public record CommMessage(
        Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {}
