package dev.lungo.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.lungo.LungoException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records as JSON from their components; {@link RecordReader} reads them back.
 *
 * <p>{@code dense(10).relu()} becomes <code>{"type": "layer.Dense", "units": 10, ...}</code>. A
 * component may be a number, a text, an enum, a record of this library, or an Optional, list, array
 * or map (by text) of these. Of {@link OwnCode} only its name is written. Nothing else, so that
 * reading a file never runs what a stranger chose.
 */
public final class RecordJson {
    /** What all types begin with that may be written and read. */
    static final String LIBRARY = "dev.lungo.";

    /** What stands in place of code of the user's own. */
    static final String OWN = "own";

    private final List<OwnCode> own = new ArrayList<>();

    private RecordJson() {}

    /**
     * A value as JSON.
     *
     * @throws LungoException if it is, or holds, something of the user's own that has no name
     */
    public static JsonElement of(Object value) {
        return new RecordJson().json(value);
    }

    /** The user's own code in a value, of which its JSON holds the names. */
    public static List<OwnCode> own(Object value) {
        RecordJson written = new RecordJson();
        written.json(value);
        return written.own;
    }

    private JsonElement json(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::json).orElse(JsonNull.INSTANCE);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof String text) {
            return new JsonPrimitive(text);
        } else if (value instanceof Boolean yes) {
            return new JsonPrimitive(yes);
        } else if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name());
        } else if (value instanceof Collection<?> values) {
            JsonArray array = new JsonArray();
            values.forEach(each -> array.add(json(each)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, each) -> object.add((String) key, json(each)));
            return object;
        } else if (value.getClass().isArray()) {
            JsonArray array = new JsonArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(json(Array.get(value, i)));
            }
            return array;
        }
        return record(value);
    }

    private static JsonElement number(Number number) {
        // JSON has no word for them.
        return Double.isFinite(number.doubleValue())
                ? new JsonPrimitive(number)
                : new JsonPrimitive(String.valueOf(number));
    }

    private JsonObject record(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof OwnCode code) {
            own.add(code);
            JsonObject object = new JsonObject();
            object.addProperty(OWN, code.written());
            return object;
        }
        if (!type.isRecord() || !type.getName().startsWith(LIBRARY)) {
            throw LungoException.badInput(
                    "A part of this model is code of your own, which a file cannot hold.",
                    type.isHidden() ? "a lambda" : type.getName(),
                    "layers, losses, optimizers and schedules of Lungo",
                    "keep that part in the notebook, or use export(...) for a model that"
                            + " predicts.");
        }
        JsonObject object = new JsonObject();
        object.addProperty("type", type.getName().substring(LIBRARY.length()));
        for (RecordComponent component : type.getRecordComponents()) {
            object.add(component.getName(), json(component(value, component)));
        }
        return object;
    }

    private static Object component(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component + " of " + value, e);
        }
    }
}
