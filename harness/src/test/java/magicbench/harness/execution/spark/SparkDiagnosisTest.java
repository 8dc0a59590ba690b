package magicbench.harness.execution.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.results.record.Diagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkDiagnosisTest {

  @TempDir private Path root;

  @Test
  void names_the_installation() throws IOException {
    Path jars = Files.createDirectories(root.resolve("target/spark/jars"));
    Files.createFile(jars.resolve("spark-core_2.13-4.jar"));

    assertThat(examine().found()).startsWith(root.resolve("target/spark").toString());
  }

  @Test
  void says_how_to_get_one_and_misses_nothing() {
    assertThat(examine().found()).contains("mvn -Pspark package");
    assertThat(examine().level()).isEqualTo(Diagnosis.Level.OK);
  }

  private Diagnosis.Finding examine() {
    return new SparkDiagnosis(Optional.empty(), root).examine().get(0);
  }
}
