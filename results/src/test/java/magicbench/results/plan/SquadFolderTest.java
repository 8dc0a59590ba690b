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

class SquadFolderTest {

  private static final Path DATA = Path.of("data").toAbsolutePath();

  private static Plan planWith(String squad) {
    Trial trial = Trial.of("reading", "none", 0, List.of(), json("{\"squad\": \"" + squad + "\"}"));
    return new Plan(Plan.SCHEMA_VERSION, "big", "0", List.of(trial), new TreeMap<>());
  }

  @Test
  void a_plan_that_wants_squad_is_refused_with_how_to_get_it() {
    assertThatThrownBy(() -> SquadFolder.requireNamed(planWith("folder")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "scale big: wants SQuAD's files, and no folder is named; get them with 'magicbench data"
                + " fetch squad --to DIR', then give -Dmagicbench.data=DIR");
  }

  @Test
  void a_plan_whose_folder_is_named_may_run() {
    assertThatCode(() -> SquadFolder.requireNamed(planWith("/data/squad")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_folder_of_data_holds_squad() {
    Scale scale =
        scaleOf(
            Map.of(
                "reading",
                new Scale.Experiment(List.of(), List.of(), json("{\"squad\": \"folder\"}"))));

    assertThat(SquadFolder.overrides(scale, DATA).settingsByKind().get("reading").get("squad"))
        .isEqualTo(json("\"" + DATA.resolve("squad").toString().replace("\\", "\\\\") + "\""));
  }

  @Test
  void a_scale_that_reads_no_squad_is_planned_as_ever() {
    Scale scale = scaleOf(Map.of("tokenise", experiment(List.of())));

    assertThat(SquadFolder.overrides(scale, DATA)).isEqualTo(Overrides.none());
  }
}
