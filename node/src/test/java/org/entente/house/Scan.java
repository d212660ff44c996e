package org.entente.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.Collection;
import java.util.Objects;
import org.entente.house.Sources.Source;
import org.jspecify.annotations.Nullable;

/// Walks all sources and calls one method per kind of node.
abstract class Scan {
    private @Nullable Source source;

    final Source source() {
        return Objects.requireNonNull(source, "run first");
    }

    void type(ClassTree type) {}

    void method(MethodTree method) {}

    void variable(VariableTree variable, Tree owner) {}

    /// `text` is what is called or selected ("Instant.now", "System.out"), or "new " and the class; `arguments` is
    /// -1
    /// where nothing is called.
    void call(String text, Tree node, int arguments) {}

    void caught(CatchTree clause) {}

    final void run(Collection<Source> all) {
        for (Source each : all) {
            source = each;
            new Walker().scan(each.tree(), null);
        }
    }

    private final class Walker extends TreePathScanner<@Nullable Void, Object> {
        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Object unused) {
            type(node);
            return super.visitClass(node, unused);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Object unused) {
            method(node);
            return super.visitMethod(node, unused);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree node, @Nullable Object unused) {
            variable(node, getCurrentPath().getParentPath().getLeaf());
            return super.visitVariable(node, unused);
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree node, @Nullable Object unused) {
            call(node.toString(), node, -1);
            return super.visitMemberSelect(node, unused);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Object unused) {
            call(node.getMethodSelect().toString(), node, node.getArguments().size());
            return super.visitMethodInvocation(node, unused);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree node, @Nullable Object unused) {
            call("new " + node.getIdentifier(), node, node.getArguments().size());
            return super.visitNewClass(node, unused);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree node, @Nullable Object unused) {
            caught(node);
            return super.visitCatch(node, unused);
        }
    }
}
