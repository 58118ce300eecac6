package dev.lungo.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds variables that were kept but hold objects of a replaced class, one level down. */
final class StaleContents {
    private static final int MAX_ELEMENTS = 1000;

    private final CellClasses classes;

    StaleContents(CellClasses classes) {
        this.classes = classes;
    }

    /** One line for each such variable of a wrapper. */
    List<String> remarks(Class<?> wrapper) {
        return Arrays.stream(wrapper.getDeclaredFields())
                .filter(Fields::isVariable)
                .flatMap(field -> remark(field).stream())
                .toList();
    }

    private Optional<String> remark(Field field) {
        Object value = Fields.read(field);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Stream.concat(Stream.of(value), contents(value))
                    .filter(Objects::nonNull)
                    .flatMap(element -> classes.outdated(element.getClass()).stream())
                    .findFirst()
                    .map(name -> holds(field.getName(), name.label()));
        } catch (RuntimeException unreadable) {
            return Optional.empty(); // a collection of the user's that cannot be looked into
        }
    }

    private static String holds(String variable, String type) {
        return variable
                + " is kept, but holds objects of the former "
                + type
                + ", which the new "
                + type
                + " does not know. Run the cell that makes them again.";
    }

    /** What is in it; not of an Iterable in general, which may compute its elements. */
    private static Stream<?> contents(Object value) {
        Stream<?> all = Stream.empty();
        if (value instanceof Collection<?> collection) {
            all = collection.stream();
        } else if (value instanceof Map<?, ?> map) {
            all = Stream.concat(map.keySet().stream(), map.values().stream());
        } else if (value instanceof Object[] array) {
            all = Arrays.stream(array);
        } else if (value instanceof Optional<?> optional) {
            all = optional.stream();
        } else if (WrapperName.of(value.getClass().getName()).isPresent()) {
            all = fields(value);
        }
        return all.limit(MAX_ELEMENTS);
    }

    private static Stream<?> fields(Object value) {
        return Arrays.stream(value.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(field -> Fields.read(field, value));
    }
}
