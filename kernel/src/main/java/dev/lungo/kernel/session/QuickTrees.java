package dev.lungo.kernel.session;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the compiler made of the pieces of a {@link QuickUnit}. */
final class QuickTrees {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final List<StatementTree> statements = new ArrayList<>();
    private int misfit = -1;

    QuickTrees(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
        for (Tree member : ((ClassTree) unit.getTypeDecls().get(0)).getMembers()) {
            List<? extends StatementTree> body = ((MethodTree) member).getBody().getStatements();
            List<? extends StatementTree> code =
                    body.stream()
                            .filter(each -> each.getKind() != Tree.Kind.EMPTY_STATEMENT)
                            .toList();
            if (misfit < 0 && (code.size() != 1 || returnsEarly(code.get(0)))) {
                misfit = statements.size();
            }
            statements.add(code.isEmpty() ? null : code.get(0));
        }
    }

    /** The first piece that only JShell can judge, such as one with a return; -1 for none. */
    int misfit() {
        return misfit;
    }

    /** Whether a piece was compiled as an action, but gives a value. */
    boolean hidesValue(int piece) {
        return statements.get(piece) instanceof ExpressionStatementTree action
                && type(action.getExpression()).getKind() != TypeKind.VOID;
    }

    /** The step for a piece; empty when its value has a type that only JShell can declare. */
    Optional<QuickStep> step(QuickUnit unit, int number) {
        Piece piece = unit.pieces().get(number);
        String owner = QuickFiles.PACKAGE + "." + unit.name();
        String method = "do_it$" + number;
        if (!(statements.get(number) instanceof ReturnTree value)) {
            return Optional.of(new QuickStep(piece, owner, method, false, Optional.empty()));
        }
        ExpressionTree expression = value.getExpression();
        boolean assignment =
                expression instanceof AssignmentTree to
                        && to.getVariable() instanceof IdentifierTree;
        if (assignment || expression instanceof IdentifierTree) {
            return Optional.of(new QuickStep(piece, owner, method, !assignment, Optional.empty()));
        }
        return TypeText.of(type(expression))
                .map(type -> new QuickStep(piece, owner, method, true, Optional.of(type)));
    }

    /** The name of the method that a piece calls last, for the one that ends in a call. */
    Optional<String> called(int piece) {
        Tree tree = statements.get(piece);
        tree = tree instanceof ReturnTree value ? value.getExpression() : tree;
        tree = tree instanceof ExpressionStatementTree action ? action.getExpression() : tree;
        return tree instanceof MethodInvocationTree call
                ? Optional.of(name(call.getMethodSelect()))
                : Optional.empty();
    }

    private static String name(ExpressionTree method) {
        return method instanceof MemberSelectTree selected
                ? selected.getIdentifier().toString()
                : method.toString();
    }

    private TypeMirror type(ExpressionTree expression) {
        return trees.getTypeMirror(new TreePath(new TreePath(unit), expression));
    }

    /** JShell refuses a return without a value, and ignores the value of another. */
    private static boolean returnsEarly(StatementTree statement) {
        if (statement instanceof ReturnTree) {
            return false; // ours
        }
        Boolean found =
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitReturn(ReturnTree tree, Void unused) {
                        return true;
                    }

                    @Override
                    public Boolean visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
                        return false;
                    }

                    @Override
                    public Boolean visitClass(ClassTree tree, Void unused) {
                        return false;
                    }

                    @Override
                    public Boolean reduce(Boolean one, Boolean other) {
                        return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
                    }
                }.scan(statement, null);
        return Boolean.TRUE.equals(found);
    }
}
