package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magicbench.harness.image.Augmentation;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.MemoryImages;
import magicbench.harness.image.Normalisation;
import magicbench.harness.image.PictureSize;
import magicbench.harness.training.ImageBatch;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ImageRecipeTest {

  private static final int BATCH = 5;
  private static final int[] ROWS = {4, 0, 3, 1, 2};
  private static final ImageBatch.Form FORM = new ImageBatch.Form(1, PlainPictures.SIDE, BATCH);
  private static final Seeds SEEDS = new Seeds(4);

  /** As many classes as pictures, so that a target tells which pictures were mixed. */
  private static final ImageData DATA =
      PlainPictures.data(
          PlainPictures.of(BATCH, 50, 101, 152, 203, 254),
          PlainPictures.of(BATCH, 10, 21),
          PlainPictures.of(BATCH, 30, 41));

  private static ImageRecipe recipe(double smoothing, double mixup, double dropout) {
    return new ImageRecipe(
        BATCH, 2, 3, Augmentation.none(), smoothing, mixup, dropout, PlainPictures.FEATURES);
  }

  private static ImageBatch training(ImageRecipe recipe, long number) {
    return recipe.training(DATA, FORM, ROWS, SEEDS.randomAt("augmentation", number));
  }

  private static double target(ImageBatch batch, int image, int label) {
    return batch.targets()[image * batch.form().classes() + label];
  }

  @Test
  void an_unchanged_target_is_the_picture_s_class() {
    ImageBatch batch = training(recipe(0, 0, 0), 1);

    assertThat(PlainPictures.told(batch)).containsExactly(254, 50, 203, 101, 152);
    for (int image = 0; image < BATCH; image++) {
      for (int label = 0; label < BATCH; label++) {
        assertThat(target(batch, image, label)).isEqualTo(label == ROWS[image] ? 1 : 0);
      }
    }
  }

  @Property(tries = 30)
  void smoothed_targets_sum_to_one_and_keep_the_share(
      @ForAll @DoubleRange(min = 0, max = 0.99) double smoothing) {
    ImageBatch batch = training(recipe(smoothing, 0, 0), 1);

    for (int image = 0; image < BATCH; image++) {
      assertThat(target(batch, image, ROWS[image]))
          .isCloseTo(1 - smoothing + smoothing / BATCH, within(1e-6));
      assertThat(target(batch, image, (ROWS[image] + 1) % BATCH))
          .isCloseTo(smoothing / BATCH, within(1e-6));
      assertThat(sum(batch, image)).isCloseTo(1, within(1e-6));
    }
  }

  private static double sum(ImageBatch batch, int image) {
    return IntStream.range(0, BATCH).mapToDouble(label -> target(batch, image, label)).sum();
  }

  @Property(tries = 60)
  void a_mixed_picture_lies_between_two_and_its_target_tells_where(@ForAll long number) {
    ImageBatch batch = training(recipe(0, 0.7, 0), number);

    for (int image = 0; image < BATCH; image++) {
      double expected = 0;
      for (int label = 0; label < BATCH; label++) {
        expected += target(batch, image, label) * DATA.train().picture(label).at(0, 0, 0) / 255.0;
      }
      assertThat(sum(batch, image)).isCloseTo(1, within(1e-6));
      float[] pixels = picture(batch, image);
      for (float pixel : pixels) {
        assertThat(pixel).isCloseTo((float) expected, within(1e-5f));
      }
    }
  }

  private static float[] picture(ImageBatch batch, int image) {
    return Arrays.copyOfRange(batch.pixels(), image * FORM.size(), (image + 1) * FORM.size());
  }

  @Property(tries = 60)
  void at_most_two_pictures_are_mixed_by_one_weight_a_batch(@ForAll long number) {
    ImageBatch batch = training(recipe(0, 0.7, 0), number);

    double share =
        IntStream.range(0, BATCH)
            .mapToDouble(image -> target(batch, image, ROWS[image]))
            .min()
            .orElseThrow();
    for (int image = 0; image < BATCH; image++) {
      int own = image;
      assertThat(target(batch, image, ROWS[image])).isIn(share, 1.0);
      assertThat(IntStream.range(0, BATCH).filter(label -> target(batch, own, label) > 0).count())
          .isLessThanOrEqualTo(2);
    }
  }

  @Test
  void the_mixing_weight_has_the_mean_and_the_spread_of_its_beta_distribution() {
    double[] shares = shares(0.5, 4000);

    double mean = DoubleStream.of(shares).average().orElseThrow();
    double square = DoubleStream.of(shares).map(each -> each * each).average().orElseThrow();
    assertThat(mean).isCloseTo(0.5, within(0.03));
    assertThat(square - mean * mean).isCloseTo(1 / (4 * (2 * 0.5 + 1)), within(0.01));
  }

  /** Of those batches whose first picture has another one for a partner. */
  private static double[] shares(double mixup, int batches) {
    return IntStream.range(0, batches)
        .mapToObj(number -> training(recipe(0, mixup, 0), number))
        .filter(batch -> picture(batch, 0)[0] != 254 / 255f)
        .mapToDouble(batch -> target(batch, 0, ROWS[0]))
        .toArray();
  }

  @Test
  void a_mixture_with_hardly_any_spread_is_still_a_number() {
    for (int number = 0; number < 100; number++) {
      ImageBatch batch = training(recipe(0, 1e-3, 0), number);
      for (int image = 0; image < BATCH; image++) {
        assertThat(sum(batch, image)).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void dropout_keeps_the_mean() {
    int features = 20_000;
    ImageRecipe recipe = new ImageRecipe(5, 2, 3, Augmentation.none(), 0, 0, 0.3, features);

    float[] kept = training(recipe, 1).kept();

    assertThat(kept).hasSize(BATCH * features).containsOnly(0, (float) (1 / 0.7));
    double mean = IntStream.range(0, kept.length).mapToDouble(i -> kept[i]).average().orElseThrow();
    // a standard deviation of the mean is 0.002
    assertThat(mean).isCloseTo(1, within(0.01));
  }

  @Test
  void without_dropout_nothing_is_multiplied() {
    assertThat(training(recipe(0, 0, 0), 1).kept()).isEmpty();
  }

  @Test
  void what_is_scored_or_probed_is_neither_smoothed_nor_mixed_nor_dropped() {
    ImageRecipe recipe = recipe(0.2, 0.7, 0.5);

    for (ImageBatch batch :
        List.of(
            recipe.scored(DATA, FORM, DATA.train(), ROWS),
            recipe.plain(DATA, FORM, DATA.train(), ROWS))) {
      assertThat(batch.targets()).containsOnly(0, 1);
      assertThat(batch.kept()).isEmpty();
      assertThat(PlainPictures.told(batch)).containsExactly(254, 50, 203, 101, 152);
    }
  }

  @Test
  void only_training_pictures_are_changed() {
    ImageRecipe recipe = PlainPictures.recipe(BATCH, 2, 3, PlainPictures.moving());

    assertThat(corners(training(recipe, 1))).contains(0f);
    assertThat(corners(recipe.scored(DATA, FORM, DATA.train(), ROWS))).doesNotContain(0f);
    assertThat(corners(recipe.plain(DATA, FORM, DATA.train(), ROWS))).doesNotContain(0f);
  }

  private static List<Float> corners(ImageBatch batch) {
    int size = batch.form().size();
    return IntStream.range(0, batch.pixels().length / size)
        .boxed()
        .flatMap(
            image ->
                List.of(batch.pixels()[image * size], batch.pixels()[(image + 1) * size - 1])
                    .stream())
        .toList();
  }

  @Test
  void channels_lie_side_by_side() {
    PictureSize size = new PictureSize(3, 1, 2);
    MemoryImages images =
        new MemoryImages(size, new byte[] {0, 51, 102, 0, 51, 102}, new short[1], List.of("it"));
    Normalisation normalisation = new Normalisation(List.of(0.0, 0.4, 0.2), List.of(1.0, 0.2, 0.4));
    ImageData data = new ImageData(images, images, images, normalisation, List.of(), 0);
    // a form needs a square; two pixels of three channels are as many as six of one
    ImageBatch.Form form = new ImageBatch.Form(6, 1, 1);
    float[] expected = {0, 0, 0, 0.2f, -2, 0.5f};

    ImageRecipe recipe = PlainPictures.recipe(1, 1, 1);

    assertClose(recipe.plain(data, form, images, new int[1]).pixels(), expected);
    assertClose(
        Arrays.copyOfRange(recipe.scored(data, form, images, new int[1]).pixels(), 6, 12),
        expected);
  }

  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).containsExactly(expected, within(1e-6f));
  }

  @Test
  void channels_of_training_pictures_lie_side_by_side_too() {
    PictureSize size = new PictureSize(3, 2, 2);
    byte[] pixels = {0, 51, 102, (byte) 153, 51, 51, 51, 51, 102, 102, 0, 0};
    MemoryImages images = new MemoryImages(size, pixels, new short[1], List.of("it"));
    ImageData data =
        new ImageData(images, images, images, PlainPictures.unchanged(3), List.of(), 0);

    ImageBatch batch =
        PlainPictures.recipe(1, 1, 1)
            .training(data, new ImageBatch.Form(3, 2, 1), new int[1], SEEDS.random("any"));

    assertClose(
        batch.pixels(),
        new float[] {0, 0.2f, 0.4f, 0.2f, 0.2f, 0.4f, 0.4f, 0.2f, 0, 0.6f, 0.2f, 0});
  }
}
