package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

  @TempDir private Path folder;

  @Test
  void writes_the_golden_plan() throws IOException {
    Path file = folder.resolve("plan.json");

    PlanFile.write(file, plan());

    assertThat(file).hasContent(PlanFixtures.text("plan.json"));
  }

  @Test
  void reads_what_it_wrote() throws IOException {
    Path file = folder.resolve("plan.json");
    PlanFile.write(file, plan());

    assertThat(PlanFile.read(file)).isEqualTo(plan());
  }

  @Test
  void names_a_trial_whose_settings_were_changed() throws IOException {
    Path file = folder.resolve("plan.json");
    String golden = PlanFixtures.text("plan.json");
    Files.writeString(file, golden.replaceFirst("0\\.002", "0.003"));

    assertThatThrownBy(() -> PlanFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + " /trials/1: trial id ")
        .hasMessageContaining(" does not match its content, whose hash is ");
  }

  @Test
  void names_the_place_where_a_plan_is_cut_off() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, PlanFixtures.text("plan.json").substring(0, 100));

    assertThatThrownBy(() -> PlanFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + " line ")
        .hasMessageEndingWith("; make the plan again");
  }

  private static Plan plan() throws IOException {
    Overrides overrides =
        Overrides.of(Map.of("tokenise", PlanFixtures.json("{\"textSha256\": \"00ff\"}")));
    return Planner.plan(PlanFixtures.claims(), PlanFixtures.scale(), overrides);
  }
}
