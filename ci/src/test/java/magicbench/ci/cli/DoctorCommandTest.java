package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {

  @TempDir private Path root;

  @Test
  void a_missing_engine_has_its_exit_code_and_a_remedy() {
    Bench bench = new Bench(root);

    assertThat(bench.run("doctor")).isEqualTo(ExitCode.NO_ENGINE.code());
    assertThat(bench.out()).containsPattern("missing +engine").contains("-> engine: run 'mvn");
  }

  @Test
  void missing_natives_are_named_by_system_and_processor() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    assertThat(bench.run("doctor")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.out()).containsPattern("missing +natives +none for linux-x86_64");
  }

  @Test
  void it_writes_nothing() {
    new Bench(root).run("doctor --cache " + root.resolve("store"));

    assertThat(root).isEmptyDirectory();
  }
}
