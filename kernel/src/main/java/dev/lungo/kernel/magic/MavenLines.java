package dev.lungo.kernel.magic;

import dev.lungo.kernel.magic.CellPart.LineMagic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes one of the {@code %maven} lines that follow each other, so that they resolve together. */
public final class MavenLines {
    private static final Set<String> NAMES =
            Set.of("maven", "addMavenDependencies", "addMavenDependency");

    private MavenLines() {}

    /** The same parts, with neighbours joined that name artifacts and no repository. */
    public static List<CellPart> together(List<CellPart> parts) {
        List<CellPart> joined = new ArrayList<>();
        for (CellPart part : parts) {
            int last = joined.size() - 1;
            if (last >= 0 && canJoin(part) && canJoin(joined.get(last))) {
                LineMagic before = (LineMagic) joined.get(last);
                List<String> args = new ArrayList<>(before.args());
                args.addAll(((LineMagic) part).args());
                joined.set(last, new LineMagic(before.name(), args, before.line()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static boolean canJoin(CellPart part) {
        return part instanceof LineMagic line
                && NAMES.contains(line.name())
                && line.args().stream().noneMatch(arg -> arg.startsWith("--"));
    }
}
