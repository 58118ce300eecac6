package dev.lungo.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Knows which names an {@code import static Type.*} brings, without loading the type.
 *
 * <p>For an import that a source has no use for, the compiler would still look for {@code Type},
 * and for each package of its name, in every jar of the class path.
 */
final class StaticImports {
    private static final Pattern ALL_OF =
            Pattern.compile("import\\s+static\\s+([\\w.$]+)\\s*\\.\\s*\\*\\s*;?");

    private final ClassLoader loader;
    private final Map<String, Set<String>> known = new HashMap<>();

    StaticImports(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether a source with these words may mean another thing without the import. */
    boolean matters(String source, Set<String> words) {
        Matcher all = ALL_OF.matcher(source);
        if (!all.matches()) {
            return true;
        }
        String type = all.group(1).replace('.', '/');
        if (!known.containsKey(type)) {
            Set<String> names = new HashSet<>();
            if (!collect(type, names)) {
                return true; // a type inside another, or none: the compiler knows
            }
            known.put(type, names);
        }
        return known.get(type).stream().anyMatch(words::contains);
    }

    /** Reads the classes anew, as the class path changed. */
    void forget() {
        known.clear();
    }

    /** Adds the static members of a type and of its supertypes; false when one is not there. */
    private boolean collect(String type, Set<String> names) {
        try (InputStream bytes = loader.getResourceAsStream(type + ".class")) {
            if (bytes == null) {
                return false;
            }
            Members members = new Members(type, names);
            new ClassReader(bytes).accept(members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return members.supertypes.stream().allMatch(above -> collect(above, names));
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Members extends ClassVisitor {
        private final String type;
        private final Set<String> names;
        private List<String> supertypes = List.of();

        Members(String type, Set<String> names) {
            super(Opcodes.ASM9);
            this.type = type;
            this.names = names;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                String signature,
                String superName,
                String[] interfaces) {
            Set<String> all = new HashSet<>(List.of(interfaces));
            Optional.ofNullable(superName).ifPresent(all::add);
            supertypes = List.copyOf(all);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, String signature, Object value) {
            names.add(name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            if ((access & Opcodes.ACC_STATIC) != 0) {
                names.add(name);
            }
            return null;
        }

        @Override
        public void visitInnerClass(String name, String outer, String inner, int access) {
            if (type.equals(outer)) {
                names.add(inner);
            }
        }
    }
}
