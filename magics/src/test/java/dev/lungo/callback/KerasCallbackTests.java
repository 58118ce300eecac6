package dev.lungo.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks decide as Keras' do, on curves from src/test/golden/make_callbacks.py. */
class KerasCallbackTests {
    private static JsonObject golden(String curve) {
        var json = KerasCallbackTests.class.getResourceAsStream("/dev/lungo/callback/keras.json");
        return JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject(curve);
    }

    private static List<Epoch> epochs(JsonObject golden) {
        List<Epoch> epochs = new ArrayList<>();
        for (JsonElement value : golden.getAsJsonArray("values")) {
            double loss = value.getAsString().equals("nan") ? Double.NaN : value.getAsDouble();
            epochs.add(new Epoch(epochs.size() + 1, Map.of("loss", loss), 1));
        }
        return epochs;
    }

    @ParameterizedTest
    @ValueSource(strings = {"falling", "uneven", "rising", "broken"})
    void waits_for_a_better_value_as_long_as_keras_does(String curve) {
        JsonObject golden = golden(curve);
        for (JsonElement element : golden.getAsJsonArray("earlyStopping")) {
            JsonObject settings = element.getAsJsonObject().getAsJsonObject("settings");
            int patience = (int) number(settings, "patience", 0);
            Patience waiting = new Patience(Monitor.of("loss"), number(settings, "min_delta", 0));
            int stopped = 0;
            int best = 1;
            for (Epoch epoch : epochs(golden)) {
                if (waiting.better(epoch)) {
                    best = epoch.number();
                } else if (waiting.waited() >= patience && epoch.number() > 1) {
                    stopped = epoch.number();
                    break;
                }
            }
            assertThat(stopped)
                    .as("%s %s", curve, settings)
                    .isEqualTo(element.getAsJsonObject().get("stopped").getAsInt());
            assertThat(best)
                    .as("%s %s", curve, settings)
                    .isEqualTo(element.getAsJsonObject().get("best").getAsInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"falling", "uneven", "rising", "broken"})
    void reduces_the_rate_when_keras_does(String curve) {
        JsonObject golden = golden(curve);
        for (JsonElement element : golden.getAsJsonArray("reduceLrOnPlateau")) {
            JsonObject settings = element.getAsJsonObject().getAsJsonObject("settings");
            Plateau plateau =
                    new Plateau(
                            new ReduceLrOnPlateau("loss")
                                    .factor(number(settings, "factor", 0.1))
                                    .patience((int) number(settings, "patience", 10))
                                    .minDelta(number(settings, "min_delta", 1e-4))
                                    .cooldown((int) number(settings, "cooldown", 0))
                                    .minRate(number(settings, "min_lr", 0)));
            JsonArray rates = element.getAsJsonObject().getAsJsonArray("rates");
            double rate = 0.1;
            for (Epoch epoch : epochs(golden)) {
                rate = plateau.after(epoch, rate);
                double expected = rates.get(epoch.number() - 1).getAsDouble();
                assertThat(rate)
                        .as("%s %s after epoch %d", curve, settings, epoch.number())
                        .isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }

    private static double number(JsonObject settings, String name, double usual) {
        return settings.has(name) ? settings.get(name).getAsDouble() : usual;
    }
}
