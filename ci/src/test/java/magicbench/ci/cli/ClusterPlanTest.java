package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.results.packing.PackFile;
import magicbench.results.packing.Packs;
import magicbench.results.packing.Stage;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a plan that is shared out to the records that its elements made. */
final class ClusterPlanTest {

  @TempDir private Path root;
  private Path shared;
  private Bench bench;

  @BeforeEach
  void shareOut() {
    shared = root.resolve("shared");
    bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());
    bench.run("plan --scale tiny --format slurm --elements 3 --out " + shared);
  }

  @Test
  void everything_that_submits_a_run_lies_in_one_folder() {
    assertThat(shared)
        .isDirectoryContaining("glob:**/{plan.json,packs.json,submit.sh,element.sh,finish.sh}");
    assertThat(shared.resolve("submit.sh")).isExecutable();
    assertThat(bench.out())
        .containsPattern("00-toy-text +- +1 +1 ")
        .containsPattern("01-toy-probe +00-toy-text +8 +3 ")
        .contains("Next: on a node that submits: " + shared.resolve("submit.sh"));
  }

  @Test
  void elements_are_told_the_selection_that_the_plan_was_made_of() throws Exception {
    bench.run(
        "plan --scale tiny --suite toy --claim toy.rises --fresh-seeds 3 --format slurm --out "
            + shared);

    assertThat(Files.readString(shared.resolve("element.sh")))
        .contains("'--scale' 'tiny' '--suite' 'toy' '--claim' 'toy.rises' '--fresh-seeds' '3'");
  }

  @Test
  void packs_are_those_of_the_plan_beside_them() {
    Packs packs = PackFile.read(shared.resolve("packs.json"));

    assertThat(packs.protocolHash())
        .isEqualTo(PlanFile.read(shared.resolve("plan.json")).protocolHash());
    assertThat(packs.stages())
        .extracting(Stage::name)
        .containsExactly("00-toy-text", "01-toy-probe");
  }

  @Test
  void elements_write_every_record_of_the_plan_once() {
    List<String> written = new ArrayList<>();
    for (Stage stage : PackFile.read(shared.resolve("packs.json")).stages()) {
      for (int number = 1; number <= stage.packs().size(); number++) {
        assertThat(runElement(stage.name(), number, stage.packs().size())).isZero();
        records(element(stage.name(), number)).forEach(record -> written.add(record.trial().id()));
      }
    }

    assertThat(written).containsExactlyInAnyOrderElementsOf(planned());
  }

  @Test
  void merged_elements_are_judged_and_told_against_what_was_predicted() {
    List<String> folders = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      runElement("01-toy-probe", number, 3);
      folders.add(element("01-toy-probe", number).toString());
    }
    runElement("00-toy-text", 1, 1);
    folders.add(element("00-toy-text", 1).toString());

    int merged =
        bench.run(
            "merge --scale tiny --records %1$s/records --packs %1$s/packs.json --from %2$s"
                .formatted(shared, String.join(" ", folders)));

    assertThat(merged).isZero();
    assertThat(bench.out()).contains("9 records in ").contains("STAGE");
    assertThat(bench.run("judge --scale tiny --out " + shared)).isZero();
  }

  @Test
  void an_element_can_be_run_again() {
    runElement("01-toy-probe", 2, 3);
    List<RunRecord> before = records(element("01-toy-probe", 2));

    assertThat(runElement("01-toy-probe", 2, 3)).isZero();

    assertThat(records(element("01-toy-probe", 2))).isEqualTo(before);
  }

  @Test
  void an_element_leaves_the_plan_alone() {
    runElement("01-toy-probe", 1, 3);

    assertThat(shared.resolve("elements/01-toy-probe-1/plan.json")).doesNotExist();
  }

  @Test
  void packs_of_another_selection_are_refused() {
    int code =
        bench.run(
            "run --scale tiny --claim toy.falls --packs %s/packs.json --stage 01-toy-probe --shard 1/3"
                .formatted(shared));

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("another plan");
  }

  @Test
  void shares_without_packs_make_up_the_plan_too() {
    List<String> written = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      Path out = root.resolve("share-" + number);
      assertThat(bench.run("run --scale tiny --shard %d/4 --out %s".formatted(number, out)))
          .isZero();
      records(out.resolve("records")).forEach(record -> written.add(record.trial().id()));
    }

    assertThat(written).containsExactlyInAnyOrderElementsOf(planned());
  }

  @Test
  void an_element_is_given_what_it_needs() {
    List<Trial> asked = new ArrayList<>();
    bench.with(
        (plan, request, progress) -> {
          asked.addAll(plan.trials());
          return FakeLaboratory.whereCosinesFall().run(plan, request, progress);
        });

    runElement("01-toy-probe", 1, 3);

    assertThat(asked).extracting(Trial::kind).contains("toy-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --shard 0/3",
        "run --shard 4/3",
        "run --shard x",
        "run --packs p.json",
        "run --packs p.json --stage 00-toy-text",
        "run --stage 00-toy-text --shard 1/2",
        "plan --format slurm",
        "plan --format slurm --out x --elements 0",
        "plan --format slurm --out x --gpus -1",
        "plan --format slurm --out x --time-factor 0.5",
        "plan --format k8s --out x --volume v",
        "plan --format k8s --out x --image i"
      })
  void a_senseless_choice_is_a_usage_fault(String line) {
    assertThat(bench.run(line + " --scale tiny")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err().lines()).hasSize(2);
  }

  @Test
  void kubernetes_gets_a_manifest_a_stage() throws Exception {
    Path folder = root.resolve("pods");

    int code =
        bench.run("plan --scale tiny --format k8s --image i:1 --volume claim --out " + folder);

    assertThat(code).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "plan.json",
              "packs.json",
              "00-toy-text.yaml",
              "01-toy-probe.yaml",
              "finish.yaml",
              "submit.sh");
    }
  }

  private int runElement(String stage, int number, int of) {
    return bench.run(
        "run --scale tiny --packs %s/packs.json --stage %s --shard %d/%d --out %s"
            .formatted(shared, stage, number, of, element(stage, number).getParent()));
  }

  private Path element(String stage, int number) {
    return shared.resolve("elements").resolve(stage + "-" + number).resolve("records");
  }

  private static List<RunRecord> records(Path folder) {
    return RecordFile.readAll(folder);
  }

  private List<String> planned() {
    return PlanFile.read(shared.resolve("plan.json")).trials().stream().map(Trial::id).toList();
  }
}
