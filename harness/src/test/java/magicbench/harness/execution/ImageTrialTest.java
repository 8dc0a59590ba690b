package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.experiment.ImageTwinExperiment;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSpace;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is done with pictures, from the data set to a tested network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageTrialTest {

  private static final MobileSpace SPACE = TinyImageTrials.space().space();
  private static final Architecture LARGEST = Architecture.parse("k5e1.k3e2.k3e2");
  private static final long MOST_MULTIPLY_ADDS = 15_000;

  @TempDir static Path folder;

  private final Trial images = TinyImageTrials.images();
  private final Trial superNet = TinyImageTrials.superNet(7);
  private final Trial aligned = TinyImageTrials.aligned(7);
  private final Trial probe = TinyImageTrials.probe(7);
  private final Trial limited =
      TinyImageTrials.search(
          TinyImageTrials.searchSettings("evolution").put("noLargerThan", LARGEST.toString()),
          superNet);
  private final Trial capped =
      TinyImageTrials.search(
          TinyImageTrials.searchSettings("random").put("mostMultiplyAdds", MOST_MULTIPLY_ADDS),
          aligned);
  private final Trial twin =
      TinyImageTrials.trial(
          ImageTwinExperiment.KIND, 7, TinyImageTrials.json("{'maker': 'widened-head'}"), limited);
  private final List<Trial> trials =
      List.of(
          images,
          superNet,
          aligned,
          TinyImageTrials.apart(7),
          TinyImageTrials.standAlone(7),
          probe,
          limited,
          capped,
          twin,
          TinyImageTrials.training(limited),
          TinyImageTrials.training(twin),
          TinyImageTrials.training(7));
  private List<RunRecord> records;

  @BeforeAll
  void run() {
    records = run("cache", trials);
  }

  private static List<RunRecord> run(String cache, List<Trial> trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 2, false);
    return new WorkerPool()
        .run(ScriptedPlan.of(trials.toArray(Trial[]::new)), request, new Listening());
  }

  private RunRecord record(Trial trial) {
    return records.get(trials.indexOf(trial));
  }

  private RunRecord trained(Trial layout) {
    return record(TinyImageTrials.training(layout));
  }

  @Test
  void every_trial_completes() {
    assertThat(records)
        .hasSize(12)
        .allSatisfy(
            record ->
                assertThat(record.outcome())
                    .as(record.trial().kind() + " " + record.note())
                    .isEqualTo(Outcome.COMPLETED));
  }

  @Test
  void a_data_set_tells_how_many_pictures_its_parts_have() {
    assertThat(record(images).metrics())
        .containsEntry("trainingImages", 120.0)
        .containsEntry("heldOutImages", 90.0)
        .containsEntry("testImages", 500.0)
        .containsEntry("duplicatesDropped", 0.0);
  }

  @Test
  void a_super_net_scores_every_child_model_at_every_share() {
    Table scores = record(superNet).tables().get("scores");

    assertThat(scores.rows()).isEqualTo(2 * TinyImageTrials.CHILDREN.size());
    assertThat(scores.number("trainedShare")).containsOnly(0.5, 1.0);
    assertThat(scores.number("step")).containsOnly(15, 30);
    assertThat(record(superNet).tables().get("pairs").rows()).isPositive();
  }

  @Test
  void its_metrics_have_the_names_that_those_of_text_have() {
    for (Trial trial : List.of(superNet, aligned, TinyImageTrials.standAlone(7))) {
      assertThat(record(trial).metrics())
          .containsKeys("meanScore", "unigramEntropy", "unigramCrossEntropy", "trainingSteps")
          .containsKeys("forwardPasses", "backwardPasses", "trainingSequences", "trainingSeconds")
          .containsEntry("scoredShareInTraining", 0.0);
    }
  }

  @Test
  void its_mean_score_is_that_of_the_last_scores() {
    double[] losses = record(superNet).tables().get("scores").number("loss");

    double mean = Arrays.stream(losses).skip(3).average().orElseThrow();
    assertThat(record(superNet).metrics().get("meanScore")).isCloseTo(mean, within(1e-12));
  }

  @Test
  void chance_is_what_the_classes_shares_tell() {
    double entropy = record(superNet).metrics().get("unigramEntropy");

    assertThat(entropy).isBetween(0.95 * Math.log(5), Math.log(5));
    assertThat(record(superNet).metrics().get("unigramCrossEntropy"))
        .isBetween(entropy, 1.1 * Math.log(5));
  }

  @Test
  void passes_are_counted_those_of_anchors_and_of_selection_too() {
    // 30 steps of 2 child models, the first of 1; 25 anchors; the first anchor's loss; 10
    // challenges of 2 losses
    assertThat(record(aligned).metrics())
        .containsEntry("backwardPasses", 59.0)
        .containsEntry("forwardPasses", 59.0 + 25 + 1 + 2 * 10);
  }

  @Test
  void an_alignment_changes_what_is_learnt() {
    assertThat(record(aligned).tables().get("scores"))
        .isNotEqualTo(record(superNet).tables().get("scores"));
  }

  @Test
  void child_models_apart_are_each_trained_for_an_equal_part() {
    RunRecord apart = record(TinyImageTrials.apart(7));
    Table scores = apart.tables().get("scores");

    assertThat(scores.number("step")).containsExactly(5, 10, 5, 10, 5, 10);
    assertThat(scores.text("architecture"))
        .containsExactlyElementsOf(
            TinyImageTrials.CHILDREN.stream().flatMap(child -> Stream.of(child, child)).toList());
    assertThat(apart.metrics()).containsEntry("backwardPasses", 30.0);
  }

  @Test
  void a_child_model_alone_is_scored_on_pictures_of_its_own() {
    Table alone = record(TinyImageTrials.standAlone(7)).tables().get("scores");

    assertThat(alone.text("architecture")).containsOnly(TinyImageTrials.CHILD);
    assertThat(alone.number("step")).containsExactly(15, 30);
    assertThat(alone.number("loss")[1]).isLessThan(alone.number("loss")[0]);
  }

  @Test
  void a_probe_sees_pairs_interventions_and_controls() {
    RunRecord record = record(probe);

    assertThat(record.tables().get("pairs").number("trainedShare")).contains(0, 0.5, 1);
    assertThat(record.tables().get("interventions").rows()).isPositive();
    assertThat(record.tables().get("controls").text("control"))
        .contains("same-child-twice", "independent-batches");
    assertThat(record.metrics())
        .containsEntry("undefinedRows", 0.0)
        .containsEntry("parameters", (double) SPACE.superNetParameters())
        .containsEntry("uniformLoss", Math.log(5));
    assertThat(record.metrics().get("validationLoss"))
        .isLessThan(record.metrics().get("untrainedValidationLoss"));
  }

  private Table evaluations(Trial search) {
    return record(search).tables().get("evaluations");
  }

  @Test
  void a_search_finds_the_child_model_of_the_lowest_loss_that_it_scored() {
    double[] losses = evaluations(limited).number("loss");

    assertThat(losses).hasSize(30);
    assertThat(record(limited).metrics())
        .containsEntry("foundLoss", Arrays.stream(losses).min().orElseThrow())
        .containsEntry("scoredShareInTraining", 0.0);
  }

  @Test
  void it_scores_as_the_super_net_itself_did() {
    Table own = record(superNet).tables().get("scores");
    Table found = evaluations(limited);
    int row = found.text("architecture").indexOf(LARGEST.toString());

    assertThat(row).as("the test must score " + LARGEST).isNotNegative();
    assertThat(own.text("architecture").get(4)).isEqualTo(LARGEST.toString());
    assertThat(found.number("loss")[row]).isCloseTo(own.number("loss")[4], within(1e-5));
  }

  @Test
  void nothing_larger_than_allowed_is_scored() {
    assertThat(most(limited, "parameters")).isLessThanOrEqualTo((double) SPACE.parameters(LARGEST));
    assertThat(most(limited, "forwardFlops"))
        .isLessThanOrEqualTo((double) SPACE.forwardFlops(LARGEST));
  }

  private double most(Trial search, String column) {
    return Arrays.stream(evaluations(search).number(column)).max().orElseThrow();
  }

  @Test
  void nothing_with_more_multiply_adds_than_allowed_is_scored() {
    assertThat(most(capped, "forwardFlops"))
        .isGreaterThan((double) MOST_MULTIPLY_ADDS)
        .isLessThanOrEqualTo(2.0 * MOST_MULTIPLY_ADDS);
    assertThat(SPACE.forwardFlops(LARGEST)).isGreaterThan(2 * MOST_MULTIPLY_ADDS);
  }

  @Test
  void a_twin_tells_how_large_both_are() {
    RunRecord record = record(twin);

    assertThat(record.tables().get("layouts").number("headWidth"))
        .containsExactly(8, WidenedHead.HEAD);
    assertThat(record.metrics())
        .containsEntry("foundParameters", record(limited).metrics().get("foundParameters"))
        .containsEntry("foundForwardFlops", record(limited).metrics().get("foundForwardFlops"));
    assertThat(record.metrics().get("parameters"))
        .isGreaterThan(record.metrics().get("foundParameters"));
  }

  @Test
  void what_was_found_is_trained_alone_and_tested() {
    RunRecord record = trained(limited);
    Architecture found =
        Architecture.parse(record.tables().get("layout").text("architecture").get(0));

    assertThat(record.metrics())
        .containsEntry("parameters", record(limited).metrics().get("foundParameters"))
        .containsEntry("parameters", (double) SPACE.parameters(found))
        .containsEntry("forwardFlops", (double) SPACE.forwardFlops(found))
        .containsEntry("multiplyAdds", SPACE.forwardFlops(found) / 2.0)
        .containsEntry("trainingExamples", 120.0)
        .containsEntry("testExamples", 500.0)
        .containsEntry("trainingSteps", 30.0)
        .containsEntry("chanceScore", 20.0)
        .containsEntry("scoredShareInTraining", 0.0);
  }

  @Test
  void a_score_is_a_share_of_the_test_pictures_in_percent() {
    double score = trained(limited).metrics().get("taskScore");

    assertThat(score * 5).isCloseTo(Math.rint(score * 5), within(1e-9));
    assertThat(score).isBetween(10.0, 100.0);
    assertThat(trained(limited).metrics().get("testLoss")).isBetween(0.1, 2 * Math.log(5));
  }

  @Test
  void a_twin_is_trained_alone_with_measures_of_its_own() {
    assertThat(trained(twin).tables().get("layout").number("headWidth"))
        .containsExactly(WidenedHead.HEAD);
    assertThat(trained(twin).metrics())
        .containsEntry("parameters", record(twin).metrics().get("parameters"));
  }

  @Test
  void a_child_model_that_the_settings_name_is_trained_alone() {
    assertThat(record(TinyImageTrials.training(7)).tables().get("layout").text("architecture"))
        .containsExactly(TinyImageTrials.CHILD);
  }

  @Test
  void the_same_trials_measure_the_same_again() {
    List<Trial> some = List.of(images, aligned, probe, capped);
    List<RunRecord> again = run("again", some);

    for (int number = 0; number < some.size(); number++) {
      assertThat(RecordComparison.sameMeasurements(record(some.get(number)), again.get(number)))
          .isEmpty();
    }
  }

  @Test
  void pictures_of_another_size_are_refused_by_the_field_s_name() {
    ObjectNode settings = TinyImageTrials.superNetSettings();
    settings.withObject("images").withObject("space").put("side", 16);
    Trial wrong = TinyImageTrials.trial("image-super-net", 7, settings, images);

    assertThatThrownBy(() -> here(images, wrong))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "settings of image-super-net, field images.space: is for 1 channels of side 16 and 5"
                + " classes, but drawn has 1 of side 12 and 5; give it the pictures' measures");
  }

  private static void here(Trial... trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve("here"), 1, false);
    new InProcess().run(ScriptedPlan.of(trials), request, new Listening());
  }

  @Test
  void a_super_net_without_images_is_one_line() {
    Trial alone = TinyImageTrials.trial("image-super-net", 7, TinyImageTrials.superNetSettings());

    assertThatThrownBy(() -> here(alone))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs 0 trials that leave images.json, not one")
        .hasMessageContaining("let the scale's experiment need one trial of images");
  }

  @Test
  void a_search_without_a_super_net_is_one_line() {
    ObjectNode settings = TinyImageTrials.searchSettings("random");
    Trial alone = TinyImageTrials.trial("image-search", 7, settings, images);

    assertThatThrownBy(() -> here(images, alone))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs 0 trials that leave super-net.safetensors, not one")
        .hasMessageContaining("let the scale's experiment need one trial of image-super-net");
  }

  @Test
  void too_few_held_out_pictures_are_one_line() {
    ObjectNode settings = TinyImageTrials.superNetSettings().put("selectionBatches", 4);
    Trial greedy = TinyImageTrials.trial("image-super-net", 7, settings, images);

    assertThatThrownBy(() -> here(images, greedy))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the held-out pictures: are 30, too few for 4 batches of 10");
  }
}
