package dev.lungo.kernel.session;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/**
 * The classes of all snippets: which are current, and which JShell has just replaced.
 *
 * <p>JShell may replace a class twice before it is content, so {@link #changes} is to be asked when
 * it is done.
 */
final class CellClasses {
    private final CellLoader loader;
    private final Optional<Redefiner> redefiner;

    /** The wrapper of each snippet, by its id. */
    private final Map<String, String> current = new HashMap<>();

    private Map<String, String> replaced = new LinkedHashMap<>();
    private Set<String> redefined = new HashSet<>();

    CellClasses(CellLoader loader, Optional<Redefiner> redefiner) {
        this.loader = loader;
        this.redefiner = redefiner;
    }

    /**
     * What JShell did to the classes of earlier snippets.
     *
     * @param replaced the former wrapper of each snippet whose wrapper is a new class
     * @param redefined the snippets whose wrapper got new bodies
     */
    record Changes(Map<String, String> replaced, Set<String> redefined) {}

    /** What changed since this was asked last. */
    Changes changes() {
        Changes changes = new Changes(replaced, redefined);
        replaced = new LinkedHashMap<>();
        redefined = new HashSet<>();
        return changes;
    }

    void loaded(ClassBytecodes[] classes) {
        for (ClassBytecodes type : classes) {
            WrapperName.of(type.name()).ifPresent(this::loaded);
        }
    }

    private void loaded(WrapperName name) {
        for (String id : name.ids()) {
            String before = current.put(id, name.wrapper());
            if (before != null && !before.equals(name.wrapper())) {
                replaced.putIfAbsent(id, before);
            }
        }
    }

    /**
     * Gives classes new bodies in place.
     *
     * @throws ClassInstallException when that cannot be; JShell then replaces them
     */
    void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        ClassDefinition[] definitions = new ClassDefinition[classes.length];
        try {
            Redefiner able =
                    redefiner.orElseThrow(() -> new UnsupportedOperationException("no agent"));
            for (int i = 0; i < classes.length; i++) {
                String name = classes[i].name();
                byte[] woven = Weaver.weave(classes[i].bytecodes());
                // The virtual machine would not run a static initialiser that changed.
                if (!initializers(name).equals(StaticInitializers.of(woven))) {
                    throw new UnsupportedOperationException("static initialiser changed");
                }
                definitions[i] = new ClassDefinition(loader.findClass(name), woven);
            }
            able.redefine(definitions);
        } catch (UnsupportedOperationException
                | UnmodifiableClassException
                | ClassNotFoundException
                | LinkageError refused) {
            throw new ClassInstallException(refused.toString(), new boolean[classes.length]);
        }
        for (ClassDefinition definition : definitions) {
            String name = definition.getDefinitionClass().getName();
            loader.redefined(name, definition.getDefinitionClassFile());
            WrapperName.of(name).ifPresent(this::redefined);
        }
    }

    private void redefined(WrapperName name) {
        loaded(name); // it may have shared another wrapper meanwhile
        redefined.addAll(name.ids());
    }

    /** The name of the wrapper of a snippet as it is now; null when it has none. */
    String nameOfWrapper(String id) {
        return current.get(id);
    }

    /** Whether the wrapper of a snippet still holds the former version of another. */
    boolean holdsFormer(String id) {
        String wrapper = current.get(id);
        return wrapper != null
                && WrapperName.of(wrapper).stream()
                        .flatMap(name -> name.ids().stream())
                        .anyMatch(other -> !wrapper.equals(current.get(other)));
    }

    /** The wrapper of a snippet as it is now. */
    Optional<Class<?>> wrapper(String id) {
        return Optional.ofNullable(current.get(id)).flatMap(loader::cellClass);
    }

    Optional<Class<?>> byName(String name) {
        return loader.cellClass(name);
    }

    /** What the user declared inside a wrapper: names without the wrapper's. */
    List<String> inner(String wrapper) {
        return loader.declaredIn(wrapper);
    }

    Map<String, String> initializers(String className) {
        return StaticInitializers.of(loader.woven(className));
    }

    /** The name of a class that JShell has replaced; empty for every other class. */
    Optional<WrapperName> outdated(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.getClassLoader() == loader
                ? WrapperName.of(element.getName())
                        .filter(
                                name ->
                                        name.ids().stream()
                                                .map(current::get)
                                                .noneMatch(name.wrapper()::equals))
                : Optional.empty();
    }

    /** What now has the name of a replaced class. */
    Optional<Class<?>> successor(WrapperName name) {
        return name.ids().stream()
                .map(id -> byName(current.get(id) + "$" + name.inner()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
