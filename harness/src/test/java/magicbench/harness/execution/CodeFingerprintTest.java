package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFingerprintTest {

  private static final String OPERATOR = "magicbench/harness/operator/Operator.class";

  @TempDir Path temporary;

  @Test
  void is_the_same_from_a_folder_and_from_a_jar() throws IOException {
    Path folder = folder("classes", OPERATOR, "magicbench/results/plan/Seeds.class");
    Path jar = jar(OPERATOR, "magicbench/results/plan/Seeds.class");

    assertThat(CodeFingerprint.of(folder.toString())).isEqualTo(CodeFingerprint.of(jar.toString()));
  }

  @Test
  void changes_with_a_class_that_can_move_a_result() throws IOException {
    Path folder = folder("classes", OPERATOR);
    String before = CodeFingerprint.of(folder.toString());

    Files.writeString(folder.resolve(OPERATOR), "changed");

    assertThat(CodeFingerprint.of(folder.toString())).isNotEqualTo(before);
  }

  @Test
  void ignores_what_only_runs_judges_or_shows() throws IOException {
    Path folder = folder("classes", OPERATOR);
    String before = CodeFingerprint.of(folder.toString());

    folder("classes", "magicbench/harness/execution/Store.class");
    folder("classes", "magicbench/results/verdict/Judgement.class", "magicbench/ci/Main.class");

    assertThat(CodeFingerprint.of(folder.toString())).isEqualTo(before);
  }

  @Test
  void ignores_test_classes() throws IOException {
    Path classes = folder("classes", OPERATOR);
    Path tests = folder("test-classes", "magicbench/harness/operator/OperatorTest.class");

    assertThat(CodeFingerprint.of(classes + File.pathSeparator + tests))
        .isEqualTo(CodeFingerprint.of(classes.toString()));
  }

  @Test
  void counts_a_method_of_somebody_elses_whole() throws IOException {
    Path folder =
        folder(
            "classes",
            "META-INF/services/magicbench.harness.sampling.SamplingMethod",
            "org/example/Method.class");
    String before = CodeFingerprint.of(folder.toString());

    Files.writeString(folder.resolve("org/example/Method.class"), "changed");

    assertThat(CodeFingerprint.of(folder.toString())).isNotEqualTo(before);
  }

  private Path folder(String name, String... files) throws IOException {
    Path folder = temporary.resolve(name);
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
    return folder;
  }

  private Path jar(String... files) throws IOException {
    Path jar = temporary.resolve("some.jar");
    String[] backwards = files.clone();
    Arrays.sort(backwards, Comparator.reverseOrder());
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String file : backwards) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(file.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
