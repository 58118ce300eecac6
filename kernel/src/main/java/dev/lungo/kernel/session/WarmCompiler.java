package dev.lungo.kernel.session;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * A compiler that stays warm from one source to the next, as JShell's own does.
 *
 * <p>The JDK does not export this part of javac; the kernel's manifest asks for it. It is called by
 * reflection, so that a JDK without it costs speed and nothing else.
 */
final class WarmCompiler {
    private static final String JAVAC = "com.sun.tools.javac.";
    private static final String[] OPTIONS = {
        "-proc:none", "-Xlint:none", "-parameters", "-g", "-Xmaxerrs", "1000"
    };

    /** Which modules a source can name. For each one more javac has work with every source. */
    enum Reach {
        JAVA_BASE("--limit-modules", "java.base"),
        WHOLE_JDK;

        private final List<String> options;

        Reach(String... more) {
            options = Stream.of(OPTIONS, more).flatMap(Arrays::stream).toList();
        }
    }

    private final Constructor<?> newPool;
    private final Class<?> worker;
    private final Method getTask;
    private Object pool;

    private WarmCompiler() throws ReflectiveOperationException {
        Class<?> type = Class.forName(JAVAC + "api.JavacTaskPool");
        this.worker = Class.forName(JAVAC + "api.JavacTaskPool$Worker");
        this.newPool = type.getConstructor(int.class);
        this.getTask =
                type.getMethod(
                        "getTask",
                        java.io.Writer.class,
                        JavaFileManager.class,
                        DiagnosticListener.class,
                        Iterable.class,
                        Iterable.class,
                        Iterable.class,
                        worker);
        new Forgetting();
        restart();
    }

    /** One of this JDK, if it has what this needs. */
    static Optional<WarmCompiler> ofThisJdk() {
        try {
            return Optional.of(new WarmCompiler());
        } catch (ReflectiveOperationException | LinkageError | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Begins cold, with nothing read. */
    void restart() {
        try {
            pool = newPool.newInstance(Reach.values().length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Works on one source with a task that must not be kept. */
    <T> T work(
            JavaFileManager files,
            DiagnosticListener<JavaFileObject> errors,
            JavaFileObject source,
            Reach reach,
            Function<JavacTask, T> work) {
        Object[] result = new Object[1];
        Object callback =
                Proxy.newProxyInstance(
                        worker.getClassLoader(),
                        new Class<?>[] {worker},
                        (proxy, method, arguments) -> work.apply((JavacTask) arguments[0]));
        try {
            result[0] =
                    getTask.invoke(
                            pool,
                            null,
                            files,
                            errors,
                            reach.options,
                            null,
                            List.of(source),
                            callback);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }

    /** Makes the task read these classes of a package anew, and find others there. */
    void forget(JavacTask task, String packageName, Collection<String> classes) {
        try {
            new Forgetting().forget(task, packageName, classes);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What javac knows of classes, by reflection. */
    private static final class Forgetting {
        private final Class<?> symtab = Class.forName(JAVAC + "code.Symtab");
        private final Class<?> names = Class.forName(JAVAC + "util.Names");
        private final Class<?> finder = Class.forName(JAVAC + "code.ClassFinder");
        private final Class<?> name = Class.forName(JAVAC + "util.Name");
        private final Class<?> module = Class.forName(JAVAC + "code.Symbol$ModuleSymbol");
        private final Class<?> symbol = Class.forName(JAVAC + "code.Symbol");
        private final Class<?> packages = Class.forName(JAVAC + "code.Symbol$PackageSymbol");
        private final Class<?> context = Class.forName(JAVAC + "util.Context");
        private final Method contextOf =
                Class.forName(JAVAC + "api.BasicJavacTask").getMethod("getContext");
        private final Method nameOf = names.getMethod("fromString", String.class);
        private final Method remove = symtab.getMethod("removeClass", module, name);
        private final Method packageOf = symtab.getMethod("getPackage", module, name);
        private final Method completer = finder.getMethod("getCompleter");
        private final Field unnamed = symtab.getField("unnamedModule");
        private final Field members = packages.getField("members_field");
        private final Field completion = symbol.getField("completer");

        Forgetting() throws ReflectiveOperationException {}

        void forget(JavacTask task, String packageName, Collection<String> classes)
                throws ReflectiveOperationException {
            Object all = contextOf.invoke(task);
            Object symbols = instance(symtab, all);
            Object table = instance(names, all);
            Object here = unnamed.get(symbols);
            for (String type : classes) {
                remove.invoke(symbols, here, nameOf.invoke(table, type));
            }
            Object owner = packageOf.invoke(symbols, here, nameOf.invoke(table, packageName));
            if (owner != null) {
                members.set(owner, null);
                completion.set(owner, completer.invoke(instance(finder, all)));
            }
        }

        private Object instance(Class<?> type, Object all) throws ReflectiveOperationException {
            return type.getMethod("instance", context).invoke(null, all);
        }
    }
}
