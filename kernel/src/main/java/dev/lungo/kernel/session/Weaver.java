package dev.lungo.kernel.session;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a {@link StopCheck} into every method entry and every loop of a class, makes
 * CompletableFuture.join interruptible and System.exit an error.
 *
 * <p>A check takes nothing from the stack and leaves nothing there, so frames stay as they are.
 */
final class Weaver extends ClassVisitor {
    private static final String STOP_CHECK = StopCheck.class.getName().replace('.', '/');
    private static final Handle LINK =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    STOP_CHECK,
                    "link",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                            + "Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
                    false);

    private static final Handle JOIN =
            ours("join", "(Ljava/util/concurrent/CompletableFuture;)Ljava/lang/Object;");
    private static final Handle EXIT = ours("exit", "(I)V");
    private static final Handle RUNTIME_EXIT = ours("exit", "(Ljava/lang/Runtime;I)V");

    private static Handle ours(String name, String descriptor) {
        return new Handle(Opcodes.H_INVOKESTATIC, STOP_CHECK, name, descriptor, false);
    }

    private Weaver(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The class with the checks woven in. */
    static byte[] weave(byte[] bytecode) {
        ClassReader reader = new ClassReader(bytecode);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new Weaver(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new Checks(next, !name.equals("<init>"));
    }

    private static final class Checks extends MethodVisitor {
        private final boolean atEntry;
        private final Set<Label> seen = new HashSet<>();
        private Label entry;

        Checks(MethodVisitor next, boolean atEntry) {
            super(Opcodes.ASM9, next);
            this.atEntry = atEntry;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (atEntry) {
                entry = new Label();
                super.visitLabel(entry);
                check();
            }
        }

        /** The check at the entry is on the method's first line, which its trace then names. */
        @Override
        public void visitLineNumber(int line, Label start) {
            if (entry != null) {
                super.visitLineNumber(line, entry);
                entry = null;
            }
            super.visitLineNumber(line, start);
        }

        @Override
        public void visitLabel(Label label) {
            seen.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            checkIfBackward(target);
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label fallback, Label... targets) {
            checkIfBackward(fallback, targets);
            super.visitTableSwitchInsn(min, max, fallback, targets);
        }

        @Override
        public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] targets) {
            checkIfBackward(fallback, targets);
            super.visitLookupSwitchInsn(fallback, keys, targets);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String name, String descriptor, boolean inInterface) {
            Handle ours = insteadOf(owner, name, descriptor);
            if (ours == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
            } else {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, STOP_CHECK, ours.getName(), ours.getDesc(), false);
            }
        }

        /** A method may also be meant by a reference, such as {@code System::exit}. */
        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] woven = Arrays.stream(arguments).map(Checks::insteadOf).toArray();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, woven);
        }

        private static Object insteadOf(Object argument) {
            Handle ours =
                    argument instanceof Handle method
                            ? insteadOf(method.getOwner(), method.getName(), method.getDesc())
                            : null;
            return ours == null ? argument : ours;
        }

        /** What stands in for a method of the JDK; null for all others. */
        private static Handle insteadOf(String owner, String name, String descriptor) {
            return switch (owner + "." + name + descriptor) {
                case "java/util/concurrent/CompletableFuture.join()Ljava/lang/Object;" -> JOIN;
                case "java/lang/System.exit(I)V" -> EXIT;
                case "java/lang/Runtime.exit(I)V", "java/lang/Runtime.halt(I)V" -> RUNTIME_EXIT;
                default -> null;
            };
        }

        private void checkIfBackward(Label first, Label... others) {
            boolean backward = seen.contains(first);
            for (Label other : others) {
                backward |= seen.contains(other);
            }
            if (backward) {
                check();
            }
        }

        private void check() {
            super.visitInvokeDynamicInsn("check", "()V", LINK);
        }
    }
}
