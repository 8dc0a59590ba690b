package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.experiment;
import static magicbench.results.plan.PlanFixtures.json;
import static magicbench.results.plan.PlanFixtures.scaleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class GlueFolderTest {

  private static final Path DATA = Path.of("data").toAbsolutePath();

  private static Plan planWith(String kind, String glue) {
    Trial trial = Trial.of(kind, "none", 0, List.of(), json("{\"glue\": \"" + glue + "\"}"));
    return new Plan(Plan.SCHEMA_VERSION, "big", "0", List.of(trial), new TreeMap<>());
  }

  @Test
  void a_plan_that_wants_glue_is_refused_with_how_to_get_it() {
    assertThatThrownBy(() -> GlueFolder.requireNamed(planWith("fine-tuning", "folder")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "scale big: wants GLUE's files, and no folder is named; get them with 'magicbench data"
                + " fetch glue --to DIR', then give -Dmagicbench.data=DIR");
  }

  @Test
  void a_plan_whose_folder_is_named_may_run() {
    assertThatCode(() -> GlueFolder.requireNamed(planWith("fine-tuning", "/data/glue")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_folder_of_data_holds_glue_for_every_kind_that_wants_it() {
    Scale scale = scaleOf(Map.of("fine-tuning", reader(), "intermediate-fine-tuning", reader()));

    Overrides overrides = GlueFolder.overrides(scale, DATA);

    assertThat(overrides.settingsByKind())
        .containsOnlyKeys("fine-tuning", "intermediate-fine-tuning")
        .allSatisfy(
            (kind, patch) ->
                assertThat(patch.get("glue").textValue())
                    .isEqualTo(DATA.resolve("glue").toString()));
  }

  private static Scale.Experiment reader() {
    return new Scale.Experiment(List.of(), List.of(), json("{\"glue\": \"folder\"}"));
  }

  @Test
  void a_teacher_of_the_builds_own_tasks_is_given_no_glue() {
    Scale scale = scaleOf(Map.of("fine-tuning", reader(), "teacher-tuning", experiment(List.of())));

    assertThat(GlueFolder.overrides(scale, DATA).settingsByKind()).containsOnlyKeys("fine-tuning");
  }

  @Test
  void a_scale_that_reads_no_glue_is_planned_as_ever() {
    Scale scale = scaleOf(Map.of("tokenise", experiment(List.of())));

    assertThat(GlueFolder.overrides(scale, DATA)).isEqualTo(Overrides.none());
  }

  @Test
  void overrides_add_up_and_the_later_ones_win() {
    Overrides first = Overrides.of(Map.of("a", json("{\"x\": 1, \"y\": 1}")));
    Overrides second = Overrides.of(Map.of("a", json("{\"x\": 2}"), "b", json("{\"z\": 3}")));

    assertThat(first.and(second).settingsByKind())
        .containsEntry("a", json("{\"x\": 2, \"y\": 1}"))
        .containsEntry("b", json("{\"z\": 3}"));
  }
}
