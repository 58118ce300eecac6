package dev.lungo.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes records again of what {@link RecordJson} wrote. */
public final class RecordReader {
    /** The user's own code, by how it is written. */
    private final Map<String, OwnCode> own;

    private RecordReader(Map<String, OwnCode> own) {
        this.own = own;
    }

    /**
     * A record of this library.
     *
     * @throws IOException if the JSON is not one, or names a type this version does not know
     */
    public static <T> T read(JsonElement json, Class<T> type) throws IOException {
        return read(json, type, List.of());
    }

    /**
     * A record of this library that holds code of the user's own.
     *
     * @param given that code, all that {@link #own} lists
     * @throws IOException if the JSON is not one, or names a type this version does not know
     */
    public static <T> T read(JsonElement json, Class<T> type, List<? extends OwnCode> given)
            throws IOException {
        Map<String, OwnCode> own = new LinkedHashMap<>();
        given.forEach(code -> own.put(code.written(), code));
        try {
            return type.cast(new RecordReader(own).value(json, type));
        } catch (ReflectiveOperationException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | ClassCastException
                | NullPointerException e) {
            throw new IOException("its description is damaged", e);
        }
    }

    /** How the user's own code is written that must be given to read this. */
    public static Set<String> own(JsonElement json) {
        Set<String> found = new LinkedHashSet<>();
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(each -> found.addAll(own(each)));
        } else if (json.isJsonObject() && json.getAsJsonObject().has(RecordJson.OWN)) {
            found.add(json.getAsJsonObject().get(RecordJson.OWN).getAsString());
        } else if (json.isJsonObject()) {
            json.getAsJsonObject().asMap().values().forEach(each -> found.addAll(own(each)));
        }
        return found;
    }

    private Object value(JsonElement json, Type type)
            throws IOException, ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return generic(json, generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class) {
            return json.getAsInt();
        } else if (raw == long.class || raw == Long.class) {
            return json.getAsLong();
        } else if (raw == double.class || raw == Double.class) {
            return json.getAsDouble();
        } else if (raw == float.class || raw == Float.class) {
            return json.getAsFloat();
        } else if (raw == boolean.class || raw == Boolean.class) {
            return json.getAsBoolean();
        } else if (raw == String.class) {
            return json.getAsString();
        } else if (raw.isEnum()) {
            return constant(raw, json.getAsString());
        } else if (raw.isArray()) {
            JsonArray values = json.getAsJsonArray();
            Object array = Array.newInstance(raw.getComponentType(), values.size());
            for (int i = 0; i < values.size(); i++) {
                Array.set(array, i, value(values.get(i), raw.getComponentType()));
            }
            return array;
        }
        return record(json.getAsJsonObject(), raw);
    }

    private Object generic(JsonElement json, ParameterizedType type)
            throws IOException, ReflectiveOperationException {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return json.isJsonNull() ? Optional.empty() : Optional.of(value(json, arguments[0]));
        } else if (type.getRawType() == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> entry : json.getAsJsonObject().entrySet()) {
                map.put(entry.getKey(), value(entry.getValue(), arguments[1]));
            }
            return map;
        } else if (type.getRawType() == List.class) {
            List<Object> list = new ArrayList<>();
            for (JsonElement each : json.getAsJsonArray()) {
                list.add(value(each, arguments[0]));
            }
            return list;
        }
        return record(json.getAsJsonObject(), (Class<?>) type.getRawType());
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private Object record(JsonObject json, Class<?> expected)
            throws IOException, ReflectiveOperationException {
        if (json.has(RecordJson.OWN)) {
            return expected.cast(own.get(json.get(RecordJson.OWN).getAsString()));
        }
        String name = json.get("type").getAsString();
        Class<?> type;
        try {
            type = Class.forName(RecordJson.LIBRARY + name, false, expected.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException("it has a " + name + ", which this version does not know", e);
        }
        if (!type.isRecord() || !expected.isAssignableFrom(type)) {
            throw new IllegalArgumentException(name);
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(json.get(components[i].getName()), components[i].getGenericType());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
