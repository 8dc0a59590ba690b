package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import magicbench.results.record.Provenance;
import magicbench.results.record.RecordFile;
import magicbench.results.verdict.AcceptedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcceptCommandTest {

  private static final String ACCEPT = "accept --scale tiny";

  @TempDir private Path root;

  @Test
  void verdicts_and_records_are_kept() {
    Bench bench = judged(FakeLaboratory.CLEAN);

    assertThat(bench.run(ACCEPT)).isZero();

    assertThat(AcceptedFile.read(accepted()).entries()).containsOnlyKeys("toy.falls", "toy.rises");
    assertThat(RecordFile.readAll(root.resolve("results/records/tiny"))).hasSize(9);
  }

  @Test
  void the_accepted_file_names_the_commit() {
    judged(FakeLaboratory.CLEAN).run(ACCEPT);

    assertThat(AcceptedFile.read(accepted()).gitCommit()).isEqualTo("abc123");
  }

  @Test
  void a_dirty_tree_is_refused_and_nothing_written() {
    Bench bench = judged(new Provenance.Code("0", "abc123", true, "f"));

    assertThat(bench.run(ACCEPT)).isEqualTo(ExitCode.BAD_INPUT.code());

    assertThat(bench.err().lines()).singleElement().asString().contains("--allow-dirty");
    assertThat(root.resolve("results")).doesNotExist();
  }

  @Test
  void an_unknown_commit_is_refused() {
    Bench bench = judged(new Provenance.Code("0", null, null, "f"));

    assertThat(bench.run(ACCEPT)).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("unknown");
  }

  @Test
  void a_dirty_tree_that_is_allowed_shows_in_the_accepted_file() {
    Bench bench = judged(new Provenance.Code("0", "abc123", true, "f"));

    assertThat(bench.run(ACCEPT + " --allow-dirty")).isZero();
    assertThat(AcceptedFile.read(accepted()).gitCommit()).isEqualTo("abc123-dirty");
  }

  @Test
  void a_run_that_was_not_judged_is_refused() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run");

    assertThat(bench.run(ACCEPT)).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("magicbench judge");
  }

  @Test
  void a_forged_verdict_is_refused_and_nothing_written() throws IOException {
    Bench bench = judged(FakeLaboratory.CLEAN);
    bench.forge("CONTRADICTED", "REPRODUCED");

    assertThat(bench.run(ACCEPT)).isEqualTo(ExitCode.BAD_INPUT.code());

    assertThat(bench.err().lines()).singleElement().asString().contains("toy.rises", "judge");
    assertThat(root.resolve("results")).doesNotExist();
  }

  private Bench judged(Provenance.Code code) {
    return new Bench(root)
        .with(FakeLaboratory.whereCosinesFall().builtFrom(code))
        .runAll("run", "judge");
  }

  private Path accepted() {
    return root.resolve("results/accepted/tiny-cpu.json");
  }
}
