import java.util.Scanner;
import jdk.jshell.JShell;

/** JShell without a kernel: for each number read, declares so many new names and prints the milliseconds of each. */
public class BareJShell {
    public static void main(String[] arguments) {
        int name = 0;
        try (var shell = JShell.builder().executionEngine("local").build();
                var counts = new Scanner(System.in)) {
            while (counts.hasNextInt()) {
                var line = new StringBuilder();
                for (int left = counts.nextInt(); left > 0; left--) {
                    long began = System.nanoTime();
                    shell.eval("int a%d = %d;".formatted(name, name++));
                    line.append((System.nanoTime() - began) / 1e6).append(' ');
                }
                System.out.println(line);
            }
        }
    }
}
