package dev.lungo.optim;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What src/test/golden/make_optimizers.py wrote. */
public final class Golden {
    private Golden() {}

    /** The values of {@code keras} or {@code torch}. */
    public static JsonObject of(String library) {
        return JsonParser.parseReader(
                        new InputStreamReader(
                                Golden.class.getResourceAsStream(
                                        "/dev/lungo/optim/" + library + ".json"),
                                StandardCharsets.UTF_8))
                .getAsJsonObject();
    }
}
