package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.harness.experiment.Experiments;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Fingerprint ONE =
      new Fingerprint("code", "inputs", "engine", "random", "amd64", "cpu", 1);

  @Test
  void keeps_apart_whatever_may_move_a_bit() {
    List<Fingerprint> others =
        List.of(
            ONE,
            new Fingerprint("?", "inputs", "engine", "random", "amd64", "cpu", 1),
            new Fingerprint("code", "?", "engine", "random", "amd64", "cpu", 1),
            new Fingerprint("code", "inputs", "?", "random", "amd64", "cpu", 1),
            new Fingerprint("code", "inputs", "engine", "?", "amd64", "cpu", 1),
            new Fingerprint("code", "inputs", "engine", "random", "?", "cpu", 1),
            new Fingerprint("code", "inputs", "engine", "random", "amd64", "?", 1),
            new Fingerprint("code", "inputs", "engine", "random", "amd64", "cpu", 2));
    Set<String> folders = others.stream().map(Fingerprint::folderName).collect(Collectors.toSet());
    assertThat(folders).hasSameSizeAs(others);
  }

  @Test
  void names_generators_architecture_and_natives_of_this_machine() {
    Fingerprint here =
        new Fingerprints(new Experiments(), 1).of(ScriptedPlan.trial("succeed", 1), List.of());

    assertThat(here.random()).matches("commons-rng( [0-9]+\\.[0-9]+){4}");
    assertThat(here.architecture()).isEqualTo(System.getProperty("os.arch"));
    assertThat(here.engine()).matches("PyTorch [0-9.]+ [0-9.]+\\S* \\S+ \\S+");
  }
}
