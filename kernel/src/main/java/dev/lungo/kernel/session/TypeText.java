package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Writes the type of an expression so that a variable can be declared with it. */
final class TypeText extends SimpleTypeVisitor14<String, Integer> {
    private static final int MAX_DEPTH = 6;
    private static final TypeText TEXT = new TypeText();

    private TypeText() {}

    /** The text; empty for a type that cannot be written, such as that of an anonymous class. */
    static Optional<String> of(TypeMirror type) {
        return Optional.ofNullable(TEXT.visit(type, 0));
    }

    @Override
    protected String defaultAction(TypeMirror type, Integer depth) {
        return null;
    }

    @Override
    public String visitPrimitive(PrimitiveType type, Integer depth) {
        return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String visitArray(ArrayType type, Integer depth) {
        String component = visit(type.getComponentType(), depth + 1);
        return component == null ? null : component + "[]";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Integer depth) {
        return depth > MAX_DEPTH ? null : visit(type.getUpperBound(), depth + 1);
    }

    @Override
    public String visitWildcard(WildcardType type, Integer depth) {
        if (type.getExtendsBound() != null) {
            return bounded("? extends ", type.getExtendsBound(), depth);
        }
        return type.getSuperBound() == null
                ? "?"
                : bounded("? super ", type.getSuperBound(), depth);
    }

    @Override
    public String visitDeclared(DeclaredType type, Integer depth) {
        String name = depth > MAX_DEPTH ? null : name((TypeElement) type.asElement());
        boolean inGeneric =
                type.getEnclosingType() instanceof DeclaredType outer
                        && !outer.getTypeArguments().isEmpty();
        if (name == null || inGeneric) {
            return null;
        }
        List<String> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            arguments.add(argument(argument, depth + 1));
        }
        if (arguments.contains(null)) {
            return null;
        }
        return arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
    }

    /** A type variable that stands between angle brackets here can only be a captured wildcard. */
    private String argument(TypeMirror type, int depth) {
        if (!(type instanceof TypeVariable captured)) {
            return visit(type, depth);
        }
        return captured.getLowerBound().getKind() == TypeKind.NULL
                ? bounded("? extends ", captured.getUpperBound(), depth)
                : bounded("? super ", captured.getLowerBound(), depth);
    }

    private String bounded(String how, TypeMirror bound, int depth) {
        String text = visit(bound, depth + 1);
        return text == null ? null : how + text;
    }

    private static String name(TypeElement type) {
        Element owner = type.getEnclosingElement();
        boolean nested = type.getNestingKind() == NestingKind.MEMBER;
        if (nested && isWrapper((TypeElement) owner)) {
            return type.getSimpleName().toString();
        }
        String outer = nested ? name((TypeElement) owner) : "";
        boolean written = nested || type.getNestingKind() == NestingKind.TOP_LEVEL;
        if (!written || outer == null || !type.getModifiers().contains(Modifier.PUBLIC)) {
            return null;
        }
        return nested ? outer + "." + type.getSimpleName() : type.getQualifiedName().toString();
    }

    private static boolean isWrapper(TypeElement type) {
        return type.getQualifiedName().toString().startsWith(QuickFiles.PACKAGE + ".$JShell$");
    }
}
