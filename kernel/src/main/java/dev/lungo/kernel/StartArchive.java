package dev.lungo.kernel;

import dev.lungo.kernel.wire.KernelLog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file beside the kernel's jar from which Java starts the kernel two to three times as fast.
 *
 * <p>It holds the classes that a {@link Rehearsal} used, read and checked; kernel.json names it.
 * Java takes no notice of it when it is missing or belongs to another JDK or to other jars. It is
 * made when the kernel is installed, and by a running kernel that finds it missing or old.
 */
final class StartArchive {
    private static final System.Logger LOG = KernelLog.of(StartArchive.class);

    /** From this Java on an archive also holds classes that are linked already. */
    private static final int FIRST_WITH_LINKED = 25;

    private static final int DELAY_MILLIS = 5000;
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path jar;
    private final Path file;
    private final boolean linked;

    private StartArchive(Path jar) {
        int java = Runtime.version().feature();
        this.linked = java >= FIRST_WITH_LINKED;
        this.jar = jar;
        // The launcher writes the same name into kernel.json.
        this.file = jar.resolveSibling("start-" + java + (linked ? ".aot" : ".jsa"));
    }

    /** That of the jar this kernel runs from; none when it runs from a folder of classes. */
    static Optional<StartArchive> ofThisKernel() {
        // As it was given on the command line: Java compares it with the one of the rehearsal.
        var jar = Path.of(System.getProperty("java.class.path"));
        return jar.isAbsolute() && Files.isRegularFile(jar)
                ? Optional.of(new StartArchive(jar))
                : Optional.empty();
    }

    /** Makes the archive anew when there is need to, later and in the background. */
    void renewSoon() {
        var thread =
                new Thread(
                        () -> {
                            try {
                                Thread.sleep(DELAY_MILLIS);
                                renew(
                                        Files.isExecutable(NICE)
                                                ? List.of("nice", "-n19")
                                                : List.of());
                            } catch (IOException | InterruptedException failed) {
                                LOG.log(Level.DEBUG, "No archive for quick starts", failed);
                            }
                        },
                        "lungo-archive");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Makes the archive anew when there is need to, and waits for it.
     *
     * @param prefix what stands before the command, such as nice
     */
    void renew(List<String> prefix) throws IOException, InterruptedException {
        var now = stamp();
        var stamp = file.resolveSibling(file.getFileName() + ".stamp");
        if (!Files.isWritable(file.getParent()) || isFresh(stamp, now)) {
            return;
        }
        try (var channel =
                        FileChannel.open(
                                stamp, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            // Without the lock, another kernel is at it.
            if (lock != null && make(prefix)) {
                channel.truncate(0).write(StandardCharsets.UTF_8.encode(now));
            }
        }
    }

    private boolean isFresh(Path stamp, String now) throws IOException {
        return Files.exists(file) && Files.exists(stamp) && Files.readString(stamp).equals(now);
    }

    private boolean make(List<String> prefix) throws IOException, InterruptedException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(making(fresh));
        command.add("-Xlog:disable");
        command.addAll(List.of("-jar", jar.toString(), Main.REHEARSE));
        var rehearsal =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Ends with this kernel, and runs none of the user's start-up scripts.
        rehearsal.environment().keySet().removeIf(name -> name.startsWith("IJAVA_"));
        rehearsal.environment().put("JPY_PARENT_PID", "" + ProcessHandle.current().pid());
        if (rehearsal.start().waitFor() != 0 || !Files.exists(fresh)) {
            return false;
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private List<String> making(Path fresh) {
        return linked
                ? List.of(
                        "-XX:AOTCacheOutput=" + fresh,
                        // Java would begin with compiling what it once found worth it.
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTRecordTraining")
                : List.of("-XX:ArchiveClassesAtExit=" + fresh);
    }

    /** What an archive depends on: this JDK, and the jars beside the kernel's. */
    private String stamp() throws IOException {
        try (var files = Files.list(jar.getParent())) {
            return files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .map(StartArchive::line)
                    .collect(
                            Collectors.joining(
                                    "\n",
                                    System.getProperty("java.home")
                                            + "\n"
                                            + System.getProperty("java.vm.version")
                                            + "\n",
                                    "\n"));
        }
    }

    private static String line(Path jar) {
        var file = jar.toFile();
        return "%s %d %d".formatted(jar, file.length(), file.lastModified());
    }
}
