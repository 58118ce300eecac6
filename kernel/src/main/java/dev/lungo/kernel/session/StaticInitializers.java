package dev.lungo.kernel.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * How a class sets its static fields, as text for each field that can be compared.
 *
 * <p>A field whose text did not change keeps its value when its class is replaced; in one whose
 * text did, the user wrote a new value. What follows the last field is under the empty name.
 */
final class StaticInitializers extends ClassVisitor {
    private final Map<String, String> byField = new HashMap<>();

    private StaticInitializers() {
        super(Opcodes.ASM9);
    }

    static Map<String, String> of(byte[] bytecode) {
        StaticInitializers initializers = new StaticInitializers();
        new ClassReader(bytecode)
                .accept(initializers, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return initializers.byField;
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, String signature, Object value) {
        if (value != null) {
            byField.put(name, value.getClass() + " " + value);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return name.equals("<clinit>") ? new Instructions() : null;
    }

    private final class Instructions extends MethodVisitor {
        private final StringBuilder text = new StringBuilder();
        private final Map<Label, Integer> labels = new HashMap<>();

        Instructions() {
            super(Opcodes.ASM9);
        }

        private void add(Object... parts) {
            for (Object part : parts) {
                // A replaced class has another name, but is what the user calls by the same one.
                text.append(WrapperName.withoutIds(String.valueOf(part))).append(' ');
            }
            text.append('\n');
        }

        private Object number(Label label) {
            return "L" + labels.computeIfAbsent(label, any -> labels.size());
        }

        private void endOf(String field) {
            byField.merge(field, text.toString(), String::concat);
            text.setLength(0);
            labels.clear();
        }

        @Override
        public void visitEnd() {
            endOf("");
        }

        @Override
        public void visitInsn(int opcode) {
            add(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            add(opcode, operand);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            add(opcode, variable);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            add(opcode, type);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            add(opcode, owner, name, descriptor);
            if (opcode == Opcodes.PUTSTATIC) {
                endOf(name);
            }
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean inInterface) {
            add(opcode, owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            add(name, descriptor, bootstrap, Arrays.toString(arguments));
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            add(opcode, number(label));
        }

        @Override
        public void visitLabel(Label label) {
            add(number(label));
        }

        @Override
        public void visitLdcInsn(Object value) {
            add(value.getClass(), value);
        }

        @Override
        public void visitIincInsn(int variable, int increment) {
            add(variable, increment);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label fallback, Label... targets) {
            add(min, max, number(fallback), Arrays.stream(targets).map(this::number).toList());
        }

        @Override
        public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] targets) {
            add(Arrays.toString(keys), number(fallback));
            add(Arrays.stream(targets).map(this::number).toList());
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            add(descriptor, dimensions);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            add(number(start), number(end), number(handler), type);
        }
    }
}
