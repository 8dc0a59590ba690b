package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The house rules that only the sources show: sizes, and a word on every package. */
final class SourceRulesTest {

  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 40;
  private static final int MOST_PARAMETERS = 5;
  private static final int FEWEST_FILES = 60;

  @Test
  void enough_files_are_looked_at() throws IOException {
    assertThat(Modules.sources("src/main/java")).hasSizeGreaterThan(FEWEST_FILES);
  }

  @Test
  void no_file_is_longer_than_400_lines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : everything()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LONGEST_FILE) {
        tooLong.add(Modules.root().relativize(file) + ": " + lines + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void every_package_says_what_it_is_for() throws IOException {
    List<Path> sources = Modules.sources("src/main/java");
    Set<Path> packages = sources.stream().map(Path::getParent).collect(Collectors.toSet());
    assertThat(packages)
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).isRegularFile());
  }

  @Test
  void no_method_is_longer_than_40_lines_or_takes_more_than_5_parameters() throws IOException {
    MethodScanner scanner = new MethodScanner();
    scanner.scanAll(Modules.sources("src/main/java"));
    assertThat(scanner.methods).isGreaterThan(FEWEST_FILES);
    assertThat(scanner.faults).isEmpty();
  }

  private static List<Path> everything() throws IOException {
    return Stream.concat(
            Modules.sources("src/main/java").stream(), Modules.sources("src/test/java").stream())
        .toList();
  }

  /** Looks at every method body and every parameter list; constructors of records are exempt. */
  private static final class MethodScanner extends TreePathScanner<Void, Void> {

    private final List<String> faults = new ArrayList<>();
    private int methods;
    private Trees trees;

    void scanAll(List<Path> files) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager sources = compiler.getStandardFileManager(null, null, null)) {
        JavacTask task =
            (JavacTask)
                compiler.getTask(
                    null,
                    sources,
                    null,
                    List.of("-proc:none"),
                    null,
                    sources.getJavaFileObjectsFromPaths(files));
        trees = Trees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
          scan(unit, null);
        }
      }
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      methods++;
      int lines = method.getBody() == null ? 0 : lines(method.getBody());
      if (lines > LONGEST_METHOD) {
        faults.add(where(method) + ": a body of " + lines + " lines");
      }
      int parameters = method.getParameters().size();
      if (parameters > MOST_PARAMETERS && !ofRecord(method)) {
        faults.add(where(method) + ": " + parameters + " parameters");
      }
      return super.visitMethod(method, null);
    }

    private int lines(Tree body) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      SourcePositions positions = trees.getSourcePositions();
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, body));
      long last = map.getLineNumber(positions.getEndPosition(unit, body));
      return (int) Math.max(0, last - first - 1);
    }

    private boolean ofRecord(MethodTree method) {
      boolean constructor = method.getReturnType() == null;
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      return constructor && parent instanceof ClassTree type && type.getKind() == Tree.Kind.RECORD;
    }

    private String where(MethodTree method) {
      Path file = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().toUri());
      return Modules.root().relativize(file) + " " + method.getName();
    }
  }
}
