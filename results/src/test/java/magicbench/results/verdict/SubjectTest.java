package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words for text and for images, told by the kind of trial. */
class SubjectTest {

  @ParameterizedTest
  @CsvSource({
    "images, IMAGES",
    "image-super-net, IMAGES",
    "image-training, IMAGES",
    "super-net, TEXT",
    "stand-alone, TEXT",
    "imagery, TEXT"
  })
  void a_kinds_name_tells_what_it_is_about(String kind, Subject subject) {
    assertThat(Subject.of(kind)).isEqualTo(subject);
  }

  @Test
  void losses_of_images_are_counted_by_the_image() {
    Inquiry inquiry =
        new Inquiry(
            Claims.ofKinds(Claims.falls(), "image-probe", ""),
            "bench",
            World.ofNoise().withSeeds(2).records());

    assertThat(Losses.of(inquiry))
        .extracting(Estimate::name)
        .contains("validationLoss (nats per image)");
  }

  @Test
  void controls_of_images_speak_of_images() {
    List<ControlResult> controls = Pictures.judge().controls();

    assertThat(controls)
        .extracting(ControlResult::statement)
        .contains(
            "No run scored child models on images that it trained on.",
            "In every run child models score better, on average, than the frequencies of classes"
                + " do.");
    assertThat(controls)
        .extracting(control -> control.measured().name())
        .contains("largest mean score, as a share of the entropy of the classes")
        .noneMatch(name -> name.contains("text") || name.contains("token"));
  }

  @Test
  void figures_of_runs_on_images_speak_of_images() {
    assertThat(Pictures.judge().evidence().orElseThrow().measurements())
        .extracting(Estimate::name)
        .contains(
            "fancy: mean score (nats per image)", "fancy: entropy of the classes (nats per image)")
        .noneMatch(name -> name.contains("token"));
  }
}
