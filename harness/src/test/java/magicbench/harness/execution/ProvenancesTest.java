package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import magicbench.harness.experiment.GpuModel;
import magicbench.results.record.BuildStamp;
import magicbench.results.record.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenancesTest {

  private static final Fingerprint FINGERPRINT =
      new Fingerprint("a".repeat(64), "b".repeat(64), "engine 1", "random 1", "amd64", "cpu", 1);

  @Test
  void leaves_what_the_build_did_not_know_null() {
    Properties unfilled = new Properties();
    unfilled.setProperty("version", "1.2");
    unfilled.setProperty("gitCommit", "${git.commit.id.full}");

    Provenance.Code code = Provenances.code(BuildStamp.of(unfilled), FINGERPRINT);

    assertThat(code).isEqualTo(new Provenance.Code("1.2", null, null, "a".repeat(64)));
  }

  @Test
  void tells_a_clean_build_from_an_unknown_one() {
    Properties filled = new Properties();
    filled.setProperty("gitDirty", "false");

    assertThat(BuildStamp.of(filled).gitDirty()).contains(false);
  }

  @Test
  void names_host_and_executor_where_a_cluster_started_the_process() {
    assertThat(
            Provenances.place(Map.of(LocalCrew.HOST, "node-3", LocalCrew.EXECUTOR, "17", "A", "b")))
        .contains(new Provenance.Place("node-3", "17"));
  }

  @Test
  void names_no_place_on_a_machine_of_its_own() {
    assertThat(Provenances.place(Map.of("A", "b"))).isEmpty();
  }

  @Test
  void takes_a_zero_for_unknown() {
    assertThat(Provenances.known(0)).isEmpty();
  }

  @Test
  void takes_a_blank_name_for_unknown() {
    assertThat(Provenances.known(" ")).isEmpty();
  }

  @Test
  void reads_the_peak_memory_in_bytes() {
    assertThat(ProcessCost.peakMemoryBytes(List.of("VmPeak:\t 9 kB", "VmHWM:\t    2048 kB")))
        .contains(2048L * 1024);
  }

  @Test
  void leaves_the_peak_memory_unknown_where_the_system_is_silent() {
    assertThat(ProcessCost.peakMemoryBytes(List.of("Name: java"))).isEmpty();
  }

  @Test
  void reads_the_name_of_a_gpu(@TempDir Path gpus) throws IOException {
    Path folder = Files.createDirectories(gpus.resolve("0000:01:00.0"));
    Files.writeString(folder.resolve("information"), "Model: \t\t Example 100\nIRQ: 1\n");

    assertThat(GpuModel.first(gpus)).contains("Example 100");
  }

  @Test
  void names_the_machine_and_the_engine() {
    Provenance made =
        Provenances.of(
            "2026-01-01T00:00:00Z",
            FINGERPRINT,
            List.of(),
            new Provenance.MeasuredCost(null, null, null, null));

    assertThat(made.platform().jdk()).contains(System.getProperty("java.vendor"));
    assertThat(made.engine().nativeVersion()).matches("\\d+\\.\\d+.*");
    assertThat(made.cost().energyJoules()).isNull();
  }
}
