package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import magicbench.harness.image.Augmentation;
import magicbench.harness.image.ColourJitter;
import magicbench.harness.training.ImageBatch;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImageTaskTest {

  private static final Seeds SEEDS = new Seeds(11);
  private static final int TRAIN = 20;

  private static ImageTask task(int batch, int scoredBatch, int calibration) {
    return new ImageTask(
        PlainPictures.data(TRAIN, 36, 11), PlainPictures.recipe(batch, scoredBatch, calibration));
  }

  private static List<Integer> told(List<ImageBatch> batches) {
    return batches.stream().flatMap(batch -> PlainPictures.told(batch).stream()).toList();
  }

  @Property(tries = 60)
  void an_epoch_goes_through_every_training_picture_once(
      @ForAll @IntRange(max = 9) int epoch, @ForAll long seed) {
    ImageTask task = task(5, 4, 0);
    Seeds seeds = new Seeds(seed);

    List<Integer> trained =
        told(
            LongStream.range(4L * epoch, 4L * (epoch + 1))
                .mapToObj(step -> task.trainingBatch(seeds, step))
                .toList());

    assertThat(trained)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TRAIN).boxed().toList());
  }

  @Test
  void epochs_have_orders_of_their_own() {
    ImageTask task = task(TRAIN, 4, 0);

    assertThat(PlainPictures.told(task.trainingBatch(SEEDS, 0)))
        .isNotEqualTo(PlainPictures.told(task.trainingBatch(SEEDS, 1)))
        .isNotEqualTo(PlainPictures.told(task.trainingBatch(new Seeds(12), 0)));
  }

  /** Everything random at once. */
  private static ImageTask changing() {
    Augmentation augmentation =
        new Augmentation(2, Optional.empty(), true, Optional.of(new ColourJitter(0.4, 0.4, 0)));
    return new ImageTask(
        PlainPictures.data(TRAIN, 36, 11),
        new ImageRecipe(5, 4, 2, augmentation, 0.1, 0.5, 0.2, PlainPictures.FEATURES));
  }

  @Test
  void the_same_step_gives_the_same_batch_whatever_was_asked_before() {
    ImageTask task = changing();
    task.trainingBatch(SEEDS, 31);
    task.trainingBatch(new Seeds(12), 3);
    task.probeBatch(SEEDS, 3);

    ImageBatch late = task.trainingBatch(SEEDS, 3);

    ImageBatch fresh = changing().trainingBatch(SEEDS, 3);
    assertThat(late.pixels()).isEqualTo(fresh.pixels());
    assertThat(late.targets()).isEqualTo(fresh.targets());
    assertThat(late.kept()).isEqualTo(fresh.kept());
  }

  @Test
  void a_picture_is_changed_otherwise_in_each_epoch() {
    ImageTask task =
        new ImageTask(
            PlainPictures.data(
                PlainPictures.of(3, 77), PlainPictures.of(3, 1), PlainPictures.of(3, 2)),
            PlainPictures.recipe(1, 1, 0, PlainPictures.moving()));

    assertThat(LongStream.range(0, 50).mapToObj(step -> pixels(task, step)).distinct())
        .hasSizeGreaterThan(10);
  }

  private static List<Float> pixels(ImageTask task, long step) {
    float[] pixels = task.trainingBatch(SEEDS, step).pixels();
    return IntStream.range(0, pixels.length).mapToObj(place -> pixels[place]).toList();
  }

  @Property(tries = 100)
  void no_batch_that_trains_or_probes_holds_a_held_out_or_test_picture(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 10_000) long step,
      @ForAll @IntRange(min = 1, max = 40) int batch) {
    ImageTask task = task(batch, 4, 3);
    Seeds seeds = new Seeds(seed);

    assertThat(told(List.of(task.trainingBatch(seeds, step), task.probeBatch(seeds, step))))
        .hasSize(2 * Math.min(batch, TRAIN))
        .allMatch(brightness -> brightness < TRAIN);
  }

  @Test
  void a_probe_sees_pictures_as_they_are_scored_each_once() {
    ImageTask task = changing();

    ImageBatch batch = task.probeBatch(SEEDS, 2);

    assertThat(batch.calibration()).isZero();
    assertThat(PlainPictures.told(batch)).hasSize(5).doesNotHaveDuplicates();
    assertThat(batch.targets()).containsOnly(0, 1);
    assertThat(PlainPictures.told(task.probeBatch(SEEDS, 3)))
        .isNotEqualTo(PlainPictures.told(batch));
  }

  @ParameterizedTest
  @EnumSource(HeldOutUse.class)
  void calibration_pictures_are_training_pictures_the_same_for_every_batch(HeldOutUse use) {
    ImageTask task = task(5, 4, 7);

    List<ImageBatch> batches = new ArrayList<>(task.heldOut(use, 3));
    batches.addAll(task.validation(9));
    batches.addAll(task.test());

    assertThat(batches)
        .hasSize(3 + 9 + 3)
        .allSatisfy(
            batch ->
                assertThat(PlainPictures.calibration(batch)).containsExactly(0, 1, 2, 3, 4, 5, 6));
  }

  @Test
  void there_are_no_more_calibration_pictures_than_training_pictures() {
    ImageBatch batch = task(5, 4, 999).test().get(0);

    assertThat(PlainPictures.calibration(batch)).hasSize(TRAIN);
    assertThat(PlainPictures.told(batch)).containsExactly(200, 201, 202, 203);
  }

  @Test
  void no_held_out_picture_serves_two_uses() {
    ImageTask task = task(5, 4, 2);

    List<Integer> all =
        Arrays.stream(HeldOutUse.values())
            .flatMap(use -> told(task.heldOut(use, 3)).stream())
            .toList();

    assertThat(all)
        .hasSize(36)
        .doesNotHaveDuplicates()
        .allMatch(brightness -> brightness >= 100 && brightness < 136);
  }

  @Test
  void the_pictures_of_a_use_are_the_same_for_everyone() {
    List<Integer> held = told(task(5, 4, 2).heldOut(HeldOutUse.SCORE, 3));

    assertThat(told(task(7, 4, 0).heldOut(HeldOutUse.SCORE, 3))).isEqualTo(held);
    assertThat(told(task(5, 4, 2).heldOut(HeldOutUse.SCORE, 2))).isEqualTo(held.subList(0, 8));
  }

  @Test
  void validation_takes_from_all_that_is_held_out() {
    List<Integer> validated = told(task(5, 4, 2).validation(9));

    assertThat(validated)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(100, 136).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource(HeldOutUse.class)
  void too_few_held_out_pictures_of_a_use_are_one_line(HeldOutUse use) {
    assertThatThrownBy(() -> task(5, 4, 2).heldOut(use, 4))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "the held-out pictures: are 12, too few for 4 batches of 4; "
                + "hold more out, or score fewer or smaller batches");
  }

  @Test
  void too_few_pictures_to_validate_are_one_line() {
    assertThatThrownBy(() -> task(5, 4, 2).validation(10))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("are 36, too few for 10 batches of 4");
  }

  @ParameterizedTest
  @CsvSource({"4, 3", "11, 1", "40, 1", "1, 11"})
  void the_whole_test_set_is_tested_once_in_its_order(int scoredBatch, int batches) {
    List<ImageBatch> test = task(5, scoredBatch, 2).test();

    assertThat(test).hasSize(batches);
    assertThat(told(test)).isEqualTo(IntStream.range(200, 211).boxed().toList());
  }

  @Test
  void nothing_that_is_scored_is_in_the_training_data() {
    ImageTask task = task(5, 4, 2);

    assertThat(task.shareInTraining(task.heldOut(HeldOutUse.SCORE, 3))).isZero();
    assertThat(task.shareInTraining(task.test())).isZero();
    assertThat(task.shareInTraining(task.validation(9))).isZero();
  }

  @Test
  void training_pictures_that_are_scored_show() {
    ImageTask leaking =
        new ImageTask(
            PlainPictures.data(
                PlainPictures.range(0, TRAIN),
                PlainPictures.range(0, TRAIN),
                PlainPictures.of(3, 5, 201, 6, 202)),
            PlainPictures.recipe(5, 4, 2));

    assertThat(leaking.shareInTraining(leaking.heldOut(HeldOutUse.SCORE, 1))).isEqualTo(1);
    assertThat(leaking.shareInTraining(leaking.test())).isEqualTo(0.5);
  }

  @Test
  void batches_that_it_never_scored_are_refused() {
    ImageTask task = task(5, 4, 2);
    ImageBatch foreign = task(5, 4, 2).test().get(0);

    assertThatThrownBy(() -> task.shareInTraining(List.of(task.test().get(0), foreign)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a batch of pictures that aren't known");
  }

  @Test
  void it_has_the_measures_of_its_pictures() {
    assertThat(task(5, 4, 2).form()).isEqualTo(new ImageBatch.Form(1, PlainPictures.SIDE, 3));
  }
}
