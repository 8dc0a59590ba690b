package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a README shows of the worked examples is what is compiled and run, to the letter. After a
 * change of an example run this with {@code -Dmagicbench.golden.write=true} once.
 */
final class CodeBlocksTest {

  @BeforeAll
  static void write_if_asked() throws IOException {
    if (Boolean.getBoolean("magicbench.golden.write")) {
      for (Path document : Documents.all()) {
        CodeBlock.rewrite(document);
      }
    }
  }

  static Stream<CodeBlock> blocks() {
    return Documents.all().stream().flatMap(document -> CodeBlock.in(document).stream());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_block_is_what_its_file_has(CodeBlock block) {
    assertThat(block.shown())
        .as("%s in %s", block.source(), block.document())
        .isEqualTo(block.compiled());
  }

  @Test
  void a_claim_a_method_a_task_and_a_space_have_worked_examples() {
    assertThat(blocks().map(CodeBlock::source))
        .contains(
            "suites/src/test/resources/example-claim/example/fairness/claims.yaml",
            "suites/src/test/java/example/fairness/FairnessClaimTest.java#test",
            "ci/src/test/java/example/rotation/RotationSampler.java#sampler",
            "ci/src/test/java/example/rotation/RotationMethodTest.java#test",
            "harness/src/test/java/example/counting/CountingTask.java#task",
            "harness/src/test/java/example/counting/CountingTaskTest.java#test",
            "harness/src/test/java/example/alternating/AlternatingSpace.java#space",
            "harness/src/test/java/example/alternating/AlternatingSpaceTest.java#test");
  }

  @Test
  void every_region_that_an_example_marks_is_shown() throws IOException {
    List<String> marked =
        Modules.sources("src/test/java/example").stream().flatMap(CodeBlocksTest::marked).toList();

    assertThat(blocks().map(CodeBlock::source)).isNotEmpty().containsAll(marked);
  }

  private static Stream<String> marked(Path file) {
    String name = Modules.root().relativize(file).toString().replace('\\', '/');
    return CodeBlock.regions(file).stream().map(region -> name + "#" + region);
  }
}
