package dev.lungo.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Reads and forgets the static fields of the classes of cells. */
final class Fields {
    private Fields() {}

    /** Whether it can hold another value. */
    static boolean isVariable(Field field) {
        return Modifier.isStatic(field.getModifiers())
                && !Modifier.isFinal(field.getModifiers())
                && isUsers(field);
    }

    /** Whether the user wrote it, not the compiler; the constants of an enum stay as they are. */
    static boolean isUsers(Field field) {
        return !field.isSynthetic() && !field.isEnumConstant();
    }

    static Object read(Field field) {
        return read(field, null);
    }

    /** The value in an object, or of a static field when {@code object} is null. */
    static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go of the object that a field refers to. */
    static void forget(Field field) throws IllegalAccessException {
        if (!field.getType().isPrimitive()) {
            field.set(null, null);
        }
    }
}
