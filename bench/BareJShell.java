import java.util.Scanner;
import jdk.jshell.JShell;

/** JShell without a kernel: runs each line it reads as a snippet and prints the milliseconds and its value. */
public class BareJShell {
    public static void main(String[] arguments) {
        try (var shell = JShell.builder().executionEngine("local").build();
                var snippets = new Scanner(System.in)) {
            while (snippets.hasNextLine()) {
                String snippet = snippets.nextLine();
                long began = System.nanoTime();
                var events = shell.eval(snippet);
                double millis = (System.nanoTime() - began) / 1e6;
                System.out.println(millis + " " + events.get(0).value());
            }
        }
    }
}
