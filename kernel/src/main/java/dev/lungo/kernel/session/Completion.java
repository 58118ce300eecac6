package dev.lungo.kernel.session;

import java.util.List;

/**
 * What could replace the text from {@code start} to {@code end}.
 *
 * @param start where the replaced text begins
 * @param end where it ends: the cursor
 * @param matches whole replacements, best first
 */
public record Completion(int start, int end, List<String> matches) {
    public Completion {
        matches = List.copyOf(matches);
    }
}
