package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {

  @TempDir private Path root;

  @Test
  void runs_judges_and_reports_in_a_folder_of_its_own() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    assertThat(bench.run("demo --scale tiny")).isZero();

    assertThat(bench.out())
        .containsPattern("toy\\.falls +tiny cpu +REPRODUCED")
        .contains("far too small to decide anything");
    assertThat(root.resolve("target/magicbench/demo/site/index.html")).isNotEmptyFile();
    assertThat(root.resolve("target/magicbench/tiny")).doesNotExist();
  }

  @Test
  void without_an_engine_it_ends_where_the_run_does() {
    assertThat(new Bench(root).run("demo --scale tiny")).isEqualTo(ExitCode.NO_ENGINE.code());
  }
}
