package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.harness.execution.TinyImageTrials;
import magicbench.harness.image.DrawnImages;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.ImageParts;
import magicbench.harness.image.ImageStore;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training of one image network that is killed, damaged or diverges. */
class ImageTrainingExperimentTest {

  private static final String IMAGES = "images";

  private final ObjectNode settings =
      TinyImageTrials.trained().put("task", "drawn").put("architecture", TinyImageTrials.CHILD);

  @TempDir private Path folder;

  @BeforeEach
  void leaveImages() throws IOException {
    ImageParts parts =
        new ImageParts(
            DrawnImages.of(12, 60, new Seeds(0)), DrawnImages.of(12, 55, new Seeds(1)), List.of());
    ImageStore.write(
        Files.createDirectories(folder.resolve(IMAGES)), "drawn", ImageData.of(parts, 10, 0));
  }

  /** Stops as a killed process does, in the middle of what a checkpoint interrupts. */
  private final class Context implements ExperimentContext {

    private final Path own;
    private final int killedAtCheckpoint;
    private final List<String> messages = new ArrayList<>();
    private int checkpoints;

    Context(String name, int killedAtCheckpoint) throws IOException {
      this.own = Files.createDirectories(folder.resolve(name));
      this.killedAtCheckpoint = killedAtCheckpoint;
    }

    @Override
    public Path folder() {
      return own;
    }

    @Override
    public Path artifact() {
      return own.resolve("output");
    }

    @Override
    public Path artifactOf(String trialId) {
      return folder.resolve(IMAGES);
    }

    @Override
    public void moved(double share, String message) {
      messages.add(message);
    }

    @Override
    public void alive() {}

    @Override
    public void checkpointed() {
      checkpoints++;
      if (checkpoints == killedAtCheckpoint) {
        throw new IllegalStateException("killed");
      }
    }
  }

  private TrialResult run(Context context) {
    Trial trial =
        Trial.of(ImageTrainingExperiment.KIND, "some", 7, List.of("0".repeat(32)), settings);
    return new ImageTrainingExperiment().run(trial, context);
  }

  private static Map<String, Double> untimed(TrialResult result) {
    Map<String, Double> metrics = new TreeMap<>(result.metrics());
    metrics.remove("trainingSeconds");
    return metrics;
  }

  @Test
  void a_killed_run_goes_on_from_its_last_checkpoint_as_if_nothing_had_happened()
      throws IOException {
    TrialResult whole = run(new Context("whole", 0));
    assertThatThrownBy(() -> run(new Context("killed", 2))).hasMessage("killed");

    Context again = new Context("killed", 0);
    TrialResult resumed = run(again);

    assertThat(again.messages).startsWith("going on from step 20");
    assertThat(untimed(resumed)).isEqualTo(untimed(whole));
    assertThat(resumed.curves()).isEqualTo(whole.curves());
  }

  @Test
  void a_damaged_checkpoint_is_not_used() throws IOException {
    TrialResult whole = run(new Context("whole", 0));
    assertThatThrownBy(() -> run(new Context("killed", 2))).hasMessage("killed");
    Files.write(folder.resolve("killed").resolve(PacedTraining.CHECKPOINT), new byte[99]);

    Context again = new Context("killed", 0);
    TrialResult resumed = run(again);

    assertThat(again.messages.get(0)).startsWith("warning: ").contains("the trial starts over");
    assertThat(untimed(resumed)).isEqualTo(untimed(whole));
  }

  @Test
  void the_checkpoint_interval_changes_nothing() throws IOException {
    TrialResult often = run(new Context("often", 0));
    settings.withObject("training").put("checkpointEverySteps", 0);

    Context never = new Context("never", 0);
    TrialResult once = run(never);

    assertThat(untimed(once)).isEqualTo(untimed(often));
    assertThat(never.checkpoints).isZero();
  }

  @Test
  void threads_that_make_batches_ahead_change_nothing() throws IOException {
    TrialResult own = run(new Context("own", 0));
    settings.withObject("images").put("loaderThreads", 2);

    TrialResult ahead = run(new Context("ahead", 0));

    assertThat(untimed(ahead)).isEqualTo(untimed(own));
    assertThat(ahead.curves()).isEqualTo(own.curves());
  }

  @Test
  void a_run_that_diverges_has_no_score() throws IOException {
    settings
        .withObject("training")
        .put("learningRate", 9.9)
        .put("warmupSteps", 0)
        .put("weightDecay", 9.9)
        .put("decay", "constant")
        .put("steps", 60);

    TrialResult result = run(new Context("wild", 0));

    assertThat(result.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(result.note()).startsWith("diverged at step ");
    assertThat(result.metrics())
        .doesNotContainKeys("taskScore", "testLoss", "chanceScore")
        .containsKeys("parameters", "trainingSteps");
  }

  @Test
  void how_many_pictures_are_tested_at_once_changes_no_score() throws IOException {
    TrialResult tens = run(new Context("tens", 0));
    settings.withObject("images").put("scoredBatch", 55);

    TrialResult once = run(new Context("once", 0));

    assertThat(once.metrics().get("taskScore")).isEqualTo(tens.metrics().get("taskScore"));
    assertThat(once.metrics().get("testLoss"))
        .isCloseTo(tens.metrics().get("testLoss"), within(1e-5));
  }

  @Test
  void training_longer_scores_better() throws IOException {
    settings.withObject("images").put("dropout", 0).put("mixup", 0);
    settings.withObject("training").put("steps", 2);
    TrialResult untrained = run(new Context("untrained", 0));
    settings.withObject("training").put("steps", 150);

    TrialResult trained = run(new Context("trained", 0));

    assertThat(trained.metrics().get("testLoss"))
        .isLessThan(untrained.metrics().get("testLoss") - 0.2);
    assertThat(trained.metrics().get("taskScore"))
        .isGreaterThan(trained.metrics().get("chanceScore") + 10);
  }
}
