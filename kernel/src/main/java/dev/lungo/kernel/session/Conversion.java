package dev.lungo.kernel.session;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns values of a replaced enum or record into those of the class that stands in for it.
 *
 * <p>These are what they say; any other object has an identity, and a copy would be another one.
 */
final class Conversion {
    private final CellClasses classes;

    Conversion(CellClasses classes) {
        this.classes = classes;
    }

    /**
     * The value, or one equal to it, for a field.
     *
     * @throws IllegalArgumentException when there is none
     */
    Object fit(Object value, Field field) {
        return fit(value, field.getType());
    }

    private Object fit(Object value, Class<?> type) {
        if (value == null || type.isPrimitive() || type.isInstance(value)) {
            return value;
        }
        Class<?> declared = value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass();
        Optional<Class<?>> successor = classes.outdated(declared).flatMap(classes::successor);
        Object converted =
                successor
                        .filter(type::isAssignableFrom)
                        .map(now -> converted(value, now))
                        .orElse(null);
        if (converted == null) {
            throw new IllegalArgumentException("does not fit");
        }
        return converted;
    }

    private Object converted(Object value, Class<?> type) {
        if (value instanceof Enum<?> constant && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(candidate -> ((Enum<?>) candidate).name().equals(constant.name()))
                    .findFirst()
                    .orElse(null);
        }
        if (value instanceof Record && type.isRecord()) {
            return record(value, type);
        }
        return null;
    }

    private Object record(Object value, Class<?> type) {
        RecordComponent[] from = value.getClass().getRecordComponents();
        RecordComponent[] to = type.getRecordComponents();
        if (!names(from).equals(names(to))) {
            return null;
        }
        Class<?>[] types = new Class<?>[to.length];
        Object[] components = new Object[to.length];
        try {
            for (int i = 0; i < to.length; i++) {
                Method accessor = from[i].getAccessor();
                accessor.setAccessible(true);
                types[i] = to[i].getType();
                components[i] = fit(accessor.invoke(value), types[i]);
            }
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(components);
        } catch (ReflectiveOperationException refused) {
            return null;
        }
    }

    private static Object names(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }
}
