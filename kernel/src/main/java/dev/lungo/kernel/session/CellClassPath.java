package dev.lungo.kernel.session;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The class path of the cells: what the notebook added, then what the kernel offers.
 *
 * <p>The compiler and the class loader both ask here, so they never disagree. The offered library
 * itself always stays; the jars it needs are withdrawn, group by group, when the notebook brings
 * its own version before their first use.
 */
final class CellClassPath implements AutoCloseable {
    /**
     * What became of added entries.
     *
     * @param used the entries now on the class path
     * @param remarks one line for each group of offered jars that was concerned
     */
    record Addition(List<Path> used, List<String> remarks) {}

    private final Map<Path, ClassPathEntry> added = new LinkedHashMap<>();
    private final Map<Path, ClassPathEntry> offered = new LinkedHashMap<>();
    private final Optional<Path> library;
    private volatile List<ClassPathEntry> entries = List.of();

    CellClassPath(Optional<Path> library) {
        this.library = library;
        library.ifPresent(this::offer);
        settle();
    }

    /** All entries, in the order in which classes are looked up. */
    List<ClassPathEntry> entries() {
        return entries;
    }

    /** Where the library has the file {@code name}. */
    List<URL> inLibrary(String name) {
        return library.map(offered::get)
                .flatMap(entry -> Optional.ofNullable(entry.find(name)))
                .map(List::of)
                .orElse(List.of());
    }

    /** Adds jars and folders behind those added before. */
    synchronized Addition add(Collection<Path> paths) {
        Map<Path, ClassPathEntry> arriving = new LinkedHashMap<>();
        paths.forEach(path -> expand(path.toAbsolutePath().normalize(), arriving));
        arriving.keySet().removeAll(added.keySet());
        arriving.keySet().removeAll(offered.keySet());
        Map<Path, Path> same = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        if (!arriving.isEmpty()) {
            for (OfferedGroup group : OfferedGroup.of(withdrawable())) {
                decide(group, arriving, same, remarks);
            }
        }
        added.putAll(arriving);
        settle();
        Set<Path> used = new LinkedHashSet<>();
        for (Path path : paths) {
            Path given = path.toAbsolutePath().normalize();
            Path absolute = same.getOrDefault(given, given);
            if (added.containsKey(absolute) || offered.containsKey(absolute)) {
                used.add(absolute);
            }
        }
        return new Addition(List.copyOf(used), remarks);
    }

    /** Whether {@code jar} would not be used, because another version is in use already. */
    synchronized boolean refuses(Path jar) {
        try (ClassPathEntry entry = new ClassPathEntry(jar.toAbsolutePath().normalize())) {
            return OfferedGroup.of(withdrawable()).stream()
                    .filter(OfferedGroup::used)
                    .anyMatch(group -> group.rivalOf(entry).isPresent() && !group.has(entry));
        }
    }

    @Override
    public synchronized void close() {
        added.values().forEach(ClassPathEntry::close);
        offered.values().forEach(ClassPathEntry::close);
    }

    private List<ClassPathEntry> withdrawable() {
        Map<Path, ClassPathEntry> jars = new LinkedHashMap<>(offered);
        library.ifPresent(jars::remove);
        return List.copyOf(jars.values());
    }

    /**
     * Decides between a group and what arrives in its place.
     *
     * @param same receives the offered jar for each that arrives in the same version
     */
    private void decide(
            OfferedGroup group,
            Map<Path, ClassPathEntry> arriving,
            Map<Path, Path> same,
            List<String> remarks) {
        Map<ClassPathEntry, ClassPathEntry> rivals = new LinkedHashMap<>();
        for (ClassPathEntry entry : arriving.values()) {
            group.rivalOf(entry).ifPresent(offeredJar -> rivals.put(entry, offeredJar));
        }
        if (rivals.isEmpty()) {
            return;
        }
        rivals.forEach(
                (entry, ours) -> {
                    if (entry.fileName().equals(ours.fileName())) {
                        same.put(entry.path(), ours.path());
                    }
                });
        boolean sameVersion = rivals.keySet().stream().allMatch(group::has);
        if (sameVersion || group.used()) {
            rivals.keySet().forEach(entry -> arriving.remove(entry.path()));
        } else {
            group.jars().forEach(jar -> offered.remove(jar.path()));
        }
        if (!sameVersion) {
            remarks.add(remark(group, rivals));
        }
    }

    private static String remark(OfferedGroup group, Map<ClassPathEntry, ClassPathEntry> rivals) {
        Map.Entry<ClassPathEntry, ClassPathEntry> first = rivals.entrySet().iterator().next();
        String brought = group.name() + " " + OfferedGroup.versionOf(first.getKey());
        String ours = "Lungo's " + OfferedGroup.versionOf(first.getValue());
        return group.used()
                ? brought
                        + " is not used: "
                        + ours
                        + " is already in use. To use it, restart the kernel and run this cell"
                        + " first."
                : "using " + brought + " from this notebook instead of " + ours;
    }

    private void settle() {
        List<ClassPathEntry> all = new ArrayList<>(added.values());
        all.addAll(offered.values());
        entries = List.copyOf(all);
    }

    /** The manifest of the library names all; those of the other jars need not be read. */
    private void offer(Path jar) {
        ClassPathEntry entry = new ClassPathEntry(jar);
        offered.put(jar, entry);
        for (Path each : entry.manifestClassPath()) {
            offered.put(each.normalize(), new ClassPathEntry(each.normalize()));
        }
    }

    private static void expand(Path path, Map<Path, ClassPathEntry> into) {
        if (!into.containsKey(path)) {
            ClassPathEntry entry = new ClassPathEntry(path);
            into.put(path, entry);
            entry.manifestClassPath().forEach(next -> expand(next.normalize(), into));
        }
    }
}
