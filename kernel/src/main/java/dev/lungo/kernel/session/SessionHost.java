package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.MagicHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What magics may do with the session whose cell called them. */
final class SessionHost implements MagicHost {
    private final JavaSession session;
    private final CellClassPath classPath;

    SessionHost(JavaSession session, CellClassPath classPath) {
        this.session = session;
        this.classPath = classPath;
    }

    @Override
    public List<String> addToClassPath(List<Path> entries) {
        CellClassPath.Addition addition = classPath.add(entries);
        session.live().classPathChanged();
        addition.remarks().forEach(System.out::println);
        return new ArrayList<>(addition.used().stream().map(Path::toString).toList());
    }

    @Override
    public boolean refuses(Path jar) {
        return classPath.refuses(jar);
    }

    @Override
    public Object runSource(String source, String name) {
        return valueOf(session.runParts(CellText.of(name, source), source));
    }

    @Override
    public Optional<String> textOf(String expression) {
        LiveShell live = session.live();
        if (!live.hasVariable(expression.split("\\W", 2)[0])) {
            return Optional.empty();
        }
        CellText text = CellText.of("${" + expression + "}", expression);
        Outcome outcome = live.evaluator().run(text, expression, 1);
        return Optional.of(String.valueOf(valueOf(outcome)));
    }

    private static Object valueOf(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            throw new NestedFailure(failed);
        }
        return ((Outcome.Done) outcome).value();
    }
}
