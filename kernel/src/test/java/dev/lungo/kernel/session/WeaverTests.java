package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class WeaverTests {
    @Test
    void puts_the_check_at_the_entry_of_a_method_on_its_first_line() throws IOException {
        var lines = linesOfFirstChecks(Weaver.weave(classFile()));
        assertThat(lines).containsKeys("classFile", "linesOfFirstChecks");
        assertThat(lines.values()).allMatch(line -> line > 0);
    }

    private static byte[] classFile() throws IOException {
        try (var file = WeaverTests.class.getResourceAsStream("WeaverTests.class")) {
            return file.readAllBytes();
        }
    }

    private static Map<String, Integer> linesOfFirstChecks(byte[] woven) {
        Map<String, Integer> lines = new HashMap<>();
        var visitor =
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] e) {
                        return new MethodVisitor(Opcodes.ASM9) {
                            private int line;

                            @Override
                            public void visitLineNumber(int number, Label start) {
                                line = number;
                            }

                            @Override
                            public void visitInvokeDynamicInsn(
                                    String called, String type, Handle link, Object... given) {
                                if (called.equals("check")) {
                                    lines.putIfAbsent(name, line);
                                }
                            }
                        };
                    }
                };
        new ClassReader(woven).accept(visitor, 0);
        return lines;
    }
}
