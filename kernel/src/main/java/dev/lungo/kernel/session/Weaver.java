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
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    STOP_CHECK,
                    "join",
                    "(Ljava/util/concurrent/CompletableFuture;)Ljava/lang/Object;",
                    false);

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

        Checks(MethodVisitor next, boolean atEntry) {
            super(Opcodes.ASM9, next);
            this.atEntry = atEntry;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (atEntry) {
                check();
            }
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
            boolean system = owner.equals("java/lang/System") && name.equals("exit");
            boolean runtime =
                    owner.equals("java/lang/Runtime")
                            && (name.equals("exit") || name.equals("halt"));
            if (system || runtime) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        STOP_CHECK,
                        "exit",
                        system ? "(I)V" : "(Ljava/lang/Runtime;I)V",
                        false);
            } else if (isJoin(owner, name, descriptor)) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC, STOP_CHECK, "join", JOIN.getDesc(), false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, inInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(
                String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] woven =
                    Arrays.stream(arguments)
                            .map(argument -> isJoin(argument) ? JOIN : argument)
                            .toArray();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, woven);
        }

        private static boolean isJoin(Object argument) {
            return argument instanceof Handle method
                    && isJoin(method.getOwner(), method.getName(), method.getDesc());
        }

        private static boolean isJoin(String owner, String name, String descriptor) {
            return owner.equals("java/util/concurrent/CompletableFuture")
                    && name.equals("join")
                    && descriptor.equals("()Ljava/lang/Object;");
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
