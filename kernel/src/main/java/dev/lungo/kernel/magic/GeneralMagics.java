package dev.lungo.kernel.magic;

import java.util.Collection;
import java.util.stream.Collectors;

/** The magics that every session has. */
public final class GeneralMagics {
    private GeneralMagics() {}

    /** Registers them with {@code magics}; what they do happens to {@code host}. */
    public static void register(MagicRegistry magics, MagicHost host) {
        magics.registerLineMagic("jars", args -> ClassPathMagic.jars(host, args));
        magics.registerLineMagic("classpath", args -> ClassPathMagic.classPath(host, args));
        magics.registerLineMagic("load", args -> LoadMagic.load(host, args));
        magics.registerLineMagic("lsmagic", args -> list(magics));
        magics.registerLineMagic("system", SystemMagic::run);
        magics.registerLineMagic("exec", SystemMagic::run);
        magics.registerLineMagic(TimeMagic.NAME, args -> TimeMagic.line(host, args));
        magics.registerCellMagic(TimeMagic.NAME, (args, body) -> TimeMagic.cell(host, body));
        magics.interpolate(host::textOf);
    }

    private static Void list(MagicRegistry magics) {
        System.out.println("Line magics: " + names("%", magics.lineNames()));
        System.out.println("Cell magics: " + names("%%", magics.cellNames()));
        return null;
    }

    private static String names(String percent, Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : names.stream().map(name -> percent + name).collect(Collectors.joining(" "));
    }
}
