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

class ImageFolderTest {

  private static final Path DATA = Path.of("data").toAbsolutePath();

  private static Plan planWith(String imagenet) {
    Trial trial =
        Trial.of("images", "none", 0, List.of(), json("{\"imagenet\": \"" + imagenet + "\"}"));
    return new Plan(Plan.SCHEMA_VERSION, "big", "0", List.of(trial), new TreeMap<>());
  }

  @Test
  void a_plan_that_wants_imagenet_is_refused_with_how_to_lay_it_out() {
    assertThatThrownBy(() -> ImageFolder.requireNamed(planWith("folder")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "scale big: wants ImageNet's files, and no folder is named; get them from their owners,"
                + " laid out as imagenet/train/CLASS/*.JPEG and imagenet/val/CLASS/*.JPEG in a"
                + " folder DIR, then give -Dmagicbench.data=DIR");
  }

  @Test
  void a_plan_whose_folder_is_named_may_run() {
    assertThatCode(() -> ImageFolder.requireNamed(planWith("/data/imagenet")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_folder_of_data_holds_imagenet() {
    Scale scale =
        scaleOf(
            Map.of(
                "images",
                new Scale.Experiment(List.of(), List.of(), json("{\"imagenet\": \"folder\"}"))));

    assertThat(ImageFolder.overrides(scale, DATA).settingsByKind().get("images").get("imagenet"))
        .isEqualTo(json("\"" + DATA.resolve("imagenet").toString().replace("\\", "\\\\") + "\""));
  }

  @Test
  void a_scale_that_reads_no_imagenet_is_planned_as_ever() {
    Scale scale = scaleOf(Map.of("images", experiment(List.of())));

    assertThat(ImageFolder.overrides(scale, DATA)).isEqualTo(Overrides.none());
  }
}
