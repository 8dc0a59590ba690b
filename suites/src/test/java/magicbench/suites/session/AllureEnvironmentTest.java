package magicbench.suites.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.TreeMap;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

final class AllureEnvironmentTest {

  private static final Scale SCALE = new Scale("smoke", "a scale", 1, 1, new TreeMap<>());

  @Test
  void it_tells_the_scale_and_what_the_records_were_made_with_in_order() {
    assertThat(AllureEnvironment.text(SCALE, List.of(record("abc", "cpu"))).lines())
        .containsExactly(
            "cpu=unknown",
            "device=cpu",
            "engine=PyTorch 2.7",
            "git.commit=abc",
            "git.dirty=false",
            "jdk=17",
            "os=Linux",
            "scale=smoke");
  }

  @Test
  void records_that_differ_show_every_value_once() {
    List<RunRecord> records = List.of(record("b", "gpu"), record("a", "cpu"), record("b", "gpu"));

    assertThat(AllureEnvironment.text(SCALE, records).lines())
        .contains("git.commit=a | b", "device=cpu | gpu");
  }

  @Test
  void without_records_it_tells_the_scale_alone() {
    assertThat(AllureEnvironment.text(SCALE, List.of())).isEqualTo("scale=smoke\n");
  }

  private static RunRecord record(String commit, String device) {
    Provenance provenance = FakeRunner.provenance(commit, device);
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        Trial.of("toy", "spos", 1, List.of(), JsonNodeFactory.instance.objectNode()),
        "smoke",
        Outcome.COMPLETED,
        "",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        provenance);
  }
}
