package org.entente.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Every Java file of every module, parsed. Generated files are left out.
final class Sources {
    static final Path ROOT =
            Path.of(System.getProperty("entente.root", "..")).toAbsolutePath().normalize();

    private Sources() {}

    /// `path` is relative to the repository.
    record Source(Path path, List<String> lines, CompilationUnitTree tree, SourcePositions positions) {
        boolean isTest() {
            return path.toString().contains("/src/test/");
        }

        String packageName() {
            return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
        }

        String room() {
            String rest = packageName().replaceFirst("^org\\.entente\\.?", "");
            int dot = rest.indexOf('.');
            return dot < 0 ? rest : rest.substring(0, dot);
        }

        /// 1-based.
        int firstLine(Tree node) {
            return line(positions.getStartPosition(tree, node));
        }

        int lastLine(Tree node) {
            return line(positions.getEndPosition(tree, node));
        }

        private int line(long position) {
            LineMap map = tree.getLineMap();
            return position < 0 ? 1 : (int) map.getLineNumber(position);
        }

        String at(Tree node) {
            return path + ":" + firstLine(node);
        }
    }

    static List<Source> all() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        try (manager;
                Stream<Path> modules = Files.list(ROOT)) {
            var paths = modules.flatMap(module -> Stream.of(module.resolve("src/main"), module.resolve("src/test")))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::javaFiles)
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
            var positions = Trees.instance(task).getSourcePositions();
            var sources = new ArrayList<Source>();
            for (CompilationUnitTree tree : task.parse()) {
                sources.add(source(tree, positions));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Source source(CompilationUnitTree tree, SourcePositions positions) throws IOException {
        JavaFileObject file = tree.getSourceFile();
        Path path = Path.of(file.toUri());
        return new Source(ROOT.relativize(path), Files.readAllLines(path), tree, positions);
    }

    private static Stream<Path> javaFiles(Path folder) {
        return files(folder).filter(file -> file.toString().endsWith(".java"));
    }

    static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static <T> Stream<T> stream(Iterable<T> items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
