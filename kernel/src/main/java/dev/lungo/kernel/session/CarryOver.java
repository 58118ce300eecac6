package dev.lungo.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings values from classes that JShell replaced into those that stand in for them.
 *
 * <p>What cannot be brought over is told in one line each; no value is lost silently.
 */
final class CarryOver {
    private final CellClasses classes;
    private final Conversion conversion;
    private final StaleContents stale;
    private final List<String> remarks = new ArrayList<>();

    CarryOver(CellClasses classes) {
        this.classes = classes;
        this.conversion = new Conversion(classes);
        this.stale = new StaleContents(classes);
    }

    /**
     * Settles what JShell replaced since this was called last.
     *
     * @param evaluated the wrapper whose snippet sets its variable anew, or an empty name
     */
    void settle(String evaluated) {
        CellClasses.Changes changes = classes.changes();
        changes.replaced().forEach((id, before) -> carry(id, before, evaluated));
        if (!changes.replaced().isEmpty()) {
            Set<String> touched = new TreeSet<>(changes.redefined());
            touched.addAll(changes.replaced().keySet());
            touched.stream()
                    .flatMap(id -> classes.wrapper(id).stream())
                    .filter(wrapper -> !wrapper.getName().equals(evaluated))
                    .forEach(wrapper -> remarks.addAll(stale.remarks(wrapper)));
        }
    }

    /** What could not be brought over since this was asked last. */
    List<String> remarks() {
        List<String> all = List.copyOf(remarks);
        remarks.clear();
        return all;
    }

    /** The value of a variable; empty when it is null or there is no such variable. */
    Optional<Object> value(String id, String variable) {
        return field(id, variable).map(Fields::read);
    }

    /** Gives a variable the value that it had before it was declared anew. */
    void restore(String id, String variable, Object value) {
        Optional<Field> field = field(id, variable);
        try {
            if (field.isPresent()) {
                field.get().set(null, conversion.fit(value, field.get()));
                remarks.addAll(stale.remarks(field.get().getDeclaringClass()));
            } else {
                remarks.add(lost(variable, value, "its type"));
            }
        } catch (IllegalArgumentException | IllegalAccessException doesNotFit) {
            remarks.add(lost(variable, value, field.get().getType().getTypeName()));
        }
    }

    private Optional<Field> field(String id, String variable) {
        return classes.wrapper(id)
                .flatMap(wrapper -> Optional.ofNullable(field(wrapper, variable)))
                .filter(Field::trySetAccessible);
    }

    private void carry(String id, String before, String evaluated) {
        Class<?> old = classes.byName(before).orElseThrow();
        Class<?> now = classes.wrapper(id).orElseThrow();
        for (Field from : old.getDeclaredFields()) {
            Field to = field(now, from.getName());
            if (to != null && Fields.isVariable(to)) {
                boolean own = now.getName().equals(evaluated);
                carry(from, to, from.getName(), own);
            }
        }
        for (String inner : classes.inner(before)) {
            classes.byName(now.getName() + "$" + inner)
                    .ifPresent(
                            type ->
                                    carryStatics(
                                            classes.byName(before + "$" + inner).orElseThrow(),
                                            type,
                                            inner.replace('$', '.')));
        }
    }

    private void carryStatics(Class<?> old, Class<?> now, String label) {
        Map<String, String> oldInitializers = null;
        Map<String, String> newInitializers = null;
        for (Field from : old.getDeclaredFields()) {
            Field to = field(now, from.getName());
            if (to == null || !Modifier.isStatic(to.getModifiers()) || !Fields.isUsers(to)) {
                continue;
            }
            if (oldInitializers == null) {
                oldInitializers = classes.initializers(old.getName());
                newInitializers = classes.initializers(now.getName());
            }
            String name = from.getName();
            if (!Objects.equals(oldInitializers.get(name), newInitializers.get(name))) {
                continue; // the user gave it another value
            }
            if (Modifier.isFinal(to.getModifiers())) {
                compare(from, to, label + "." + name);
            } else {
                carry(from, to, label + "." + name, false);
            }
        }
    }

    private void carry(Field from, Field to, String label, boolean own) {
        try {
            Object value = Fields.read(from);
            if (value == null) {
                return;
            }
            try {
                to.setAccessible(true);
                to.set(null, conversion.fit(value, to));
            } catch (IllegalArgumentException doesNotFit) {
                Fields.forget(from);
                if (!own) {
                    remarks.add(lost(label, value, to.getType().getTypeName()));
                }
            }
        } catch (IllegalAccessException | LinkageError e) {
            remarks.add(label + " was lost: its class could not be initialised again: " + e);
        }
    }

    private void compare(Field from, Field to, String label) {
        try {
            if (!Objects.equals(Fields.read(from), Fields.read(to))) {
                remarks.add(
                        label + " begins anew, because it is final and its class was replaced.");
            }
        } catch (RuntimeException | LinkageError e) {
            remarks.add(label + " could not be compared with what it was before: " + e);
        }
    }

    private String lost(String label, Object value, String type) {
        String reason =
                classes.outdated(value.getClass())
                        .map(
                                name ->
                                        "it is an object of the former "
                                                + name.label()
                                                + ", whose shape has changed")
                        .orElse(
                                WrapperName.withoutWrappers(
                                        "a " + value.getClass().getTypeName() + " is no " + type));
        return label + " was lost: " + reason + ". Run the cell that makes it again.";
    }

    private static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException gone) {
            return null;
        }
    }
}
