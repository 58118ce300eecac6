package dev.lungo.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers the signatures that came last: the same one twice is a message that was recorded. */
final class Replays {
    /** As many as Jupyter's own session remembers. */
    private static final int REMEMBERED = 65_536;

    private final Set<String> seen =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    /** Whether a message with this signature came before; without a key there is none to know. */
    boolean contain(byte[] signature) {
        return signature.length > 0 && !seen.add(new String(signature, StandardCharsets.US_ASCII));
    }
}
