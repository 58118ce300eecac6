package dev.lungo.kernel.session;

import dev.lungo.kernel.session.QuickCompiler.Compiled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last cells that were compiled: one that runs again needs no compiler.
 *
 * <p>They are forgotten as soon as any name changes, which could change what a cell means.
 */
final class QuickRepeats {
    private static final int MOST = 64;

    private final Map<List<String>, Compiled> known = new LinkedHashMap<>();
    private int version;

    /** What the same sources became, for these pieces. */
    Optional<Compiled> find(List<Piece> pieces, int version) {
        if (this.version != version) {
            clear();
            this.version = version;
        }
        return Optional.ofNullable(known.get(sources(pieces))).map(it -> placed(it, pieces));
    }

    /** Keeps what pieces became, unless a class inside could have a state of its own. */
    void keep(List<Piece> pieces, int version, Compiled compiled) {
        if (this.version == version && compiled.classes().size() == 1) {
            if (known.size() == MOST) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(sources(pieces), compiled);
        }
    }

    void clear() {
        known.clear();
    }

    private static List<String> sources(List<Piece> pieces) {
        return pieces.stream().map(Piece::source).toList();
    }

    private static Compiled placed(Compiled compiled, List<Piece> pieces) {
        List<QuickStep> steps =
                IntStream.range(0, compiled.steps().size())
                        .mapToObj(i -> compiled.steps().get(i).of(pieces.get(i)))
                        .toList();
        return new Compiled(compiled.unit(), steps, compiled.classes());
    }
}
