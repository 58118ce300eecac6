package dev.lungo.store;

import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.cosine;
import static dev.lungo.Lungo.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.lungo.LungoException;
import dev.lungo.callback.Epoch;
import dev.lungo.layer.Layer;
import dev.lungo.optim.Optimizer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordJsonTests {
    @Test
    void gives_back_what_it_wrote() throws IOException {
        Layer layer = conv2d(8, 3).same().relu();
        assertThat(RecordReader.read(RecordJson.of(layer), Layer.class)).isEqualTo(layer);
        Layer shape = input(28, 28, 1);
        assertThat(RecordReader.read(RecordJson.of(shape), Layer.class)).isEqualTo(shape);
        Optimizer optimizer = adam(cosine(0.1, 50).downTo(1e-9).warmUp(3)).clipNorm(0.1);
        assertThat(RecordReader.read(RecordJson.of(optimizer), Optimizer.class))
                .isEqualTo(optimizer);
    }

    @Test
    void keeps_numbers_that_json_has_no_word_for_and_the_order_of_names() throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", Double.NaN);
        values.put("accuracy", Double.POSITIVE_INFINITY);
        Epoch epoch = new Epoch(3, values, 0.1);
        Epoch back =
                RecordReader.read(
                        JsonParser.parseString(RecordJson.of(epoch).toString()), Epoch.class);
        assertThat(back).isEqualTo(epoch);
        assertThat(back.values().keySet()).containsExactly("loss", "accuracy");
    }

    @Test
    void refuses_code_of_the_users_own() {
        assertThatThrownBy(() -> RecordJson.of(adam(step -> 0.1 / (1 + step))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        A part of this model is code of your own, which a file cannot hold.
                        Received: a lambda
                        Expected: layers, losses, optimizers and schedules of Lungo
                        Fix: keep that part in the notebook, or use export(...) for a model that predicts.\
                        """);
    }

    @Test
    void makes_only_records_of_this_library_that_fit_where_they_stand() {
        assertThatThrownBy(() -> read("{\"type\": \"layer.Nowhere\"}"))
                .isInstanceOf(IOException.class)
                .hasMessage("it has a layer.Nowhere, which this version does not know");
        assertThatThrownBy(() -> read("{\"type\": \"optim.ConstantRate\", \"rate\": 1}"))
                .isInstanceOf(IOException.class)
                .hasMessage("its description is damaged");
        assertThatThrownBy(() -> read("{\"type\": \"model.Model\"}"))
                .isInstanceOf(IOException.class)
                .hasMessage("its description is damaged");
        assertThatThrownBy(() -> read("{\"type\": \"layer.Dropout\", \"rate\": 7}"))
                .isInstanceOf(IOException.class)
                .hasMessage("its description is damaged");
    }

    private static Layer read(String json) throws IOException {
        return RecordReader.read(JsonParser.parseString(json), Layer.class);
    }
}
