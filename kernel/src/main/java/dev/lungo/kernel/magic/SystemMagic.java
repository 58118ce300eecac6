package dev.lungo.kernel.magic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

/** {@code %system}: runs a program and shows what it prints. */
final class SystemMagic {
    private SystemMagic() {}

    /** Runs a program with arguments, not a shell; an interrupt ends it. */
    static Void run(List<String> command) throws InterruptedException {
        if (command.isEmpty()) {
            throw new MagicException("%system needs a program, for example %system nvidia-smi");
        }
        Process process = start(command);
        Thread reader = new Thread(() -> show(process), "lungo-system");
        reader.setDaemon(true);
        reader.start();
        try {
            int status = process.waitFor();
            reader.join();
            if (status != 0) {
                System.err.println("%system: " + command.get(0) + " ended with status " + status);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return null;
    }

    private static Process start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new MagicException(
                    "%system cannot run "
                            + command.get(0)
                            + ": "
                            + e.getMessage()
                            + ". It starts a program of the PATH; for a shell's words, write"
                            + " %system sh -c \"...\"");
        }
    }

    private static void show(Process process) {
        try (BufferedReader lines =
                new BufferedReader(process.inputReader(Charset.defaultCharset()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
            }
        } catch (IOException ended) {
            // The program was ended, and with it its output.
        }
    }
}
