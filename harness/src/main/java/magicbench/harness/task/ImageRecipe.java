package magicbench.harness.task;

import java.util.Arrays;
import java.util.stream.IntStream;
import magicbench.harness.image.Augmentation;
import magicbench.harness.image.Evaluation;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.ImageSet;
import magicbench.harness.training.ImageBatch;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * How batches are made of pictures.
 *
 * @param batch pictures of a training batch, at least 1
 * @param scoredBatch pictures of a scored batch, at least 1
 * @param calibration training pictures at the head of a scored batch, 0 for none
 * @param augmentation how training pictures are changed
 * @param evaluation how scored pictures are brought to size
 * @param labelSmoothing the share of a target that all classes get alike, 0 to below 1 (Szegedy et
 *     al. 2016, section 7)
 * @param mixup both parameters of the beta distribution that two pictures are mixed by, 0 for no
 *     mixing (Zhang et al. 2018); one weight a batch
 * @param dropout the share of features that a training batch loses, 0 to below 1
 * @param features the numbers that the network tells a picture by
 */
public record ImageRecipe(
    int batch,
    int scoredBatch,
    int calibration,
    Augmentation augmentation,
    Evaluation evaluation,
    double labelSmoothing,
    double mixup,
    double dropout,
    int features) {

  /**
   * A recipe for pictures that have their size already.
   *
   * @param batch pictures of a training batch
   * @param scoredBatch pictures of a scored batch
   * @param calibration training pictures at the head of a scored batch
   * @param augmentation how training pictures are changed
   * @param labelSmoothing the share of a target that all classes get alike
   * @param mixup both parameters of the beta distribution
   * @param dropout the share of features that a training batch loses
   * @param features the numbers that the network tells a picture by
   */
  public ImageRecipe(
      int batch,
      int scoredBatch,
      int calibration,
      Augmentation augmentation,
      double labelSmoothing,
      double mixup,
      double dropout,
      int features) {
    this(
        batch,
        scoredBatch,
        calibration,
        augmentation,
        Evaluation.asIs(),
        labelSmoothing,
        mixup,
        dropout,
        features);
  }

  /** Training pictures as they are scored, without calibration, smoothing, mixing or dropout. */
  ImageBatch plain(ImageData data, ImageBatch.Form form, ImageSet images, int[] rows) {
    float[] pixels = new float[rows.length * form.size()];
    fill(data, images, rows, pixels, 0);
    return new ImageBatch(form, pixels, targets(form, images, rows), new float[0], 0);
  }

  /** Pictures to be scored, behind the calibration pictures. */
  ImageBatch scored(ImageData data, ImageBatch.Form form, ImageSet images, int[] rows) {
    int told = Math.min(calibration, data.train().size());
    float[] pixels = new float[(told + rows.length) * form.size()];
    fill(data, data.train(), IntStream.range(0, told).toArray(), pixels, 0);
    fill(data, images, rows, pixels, told * form.size());
    return new ImageBatch(form, pixels, targets(form, images, rows), new float[0], told);
  }

  private void fill(ImageData data, ImageSet images, int[] rows, float[] into, int from) {
    int next = from;
    for (int row : rows) {
      float[] picture = evaluation.apply(images.picture(row), data.normalisation());
      putInnermost(picture, data.normalisation().mean().size(), into, next);
      next += picture.length;
    }
  }

  /** Copies a picture whose channels lie one behind the other so that they lie side by side. */
  private static void putInnermost(float[] picture, int channels, float[] into, int from) {
    int pixels = picture.length / channels;
    for (int channel = 0; channel < channels; channel++) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        into[from + pixel * channels + channel] = picture[channel * pixels + pixel];
      }
    }
  }

  private static float[] targets(ImageBatch.Form form, ImageSet images, int[] rows) {
    float[] targets = new float[rows.length * form.classes()];
    for (int place = 0; place < rows.length; place++) {
      targets[place * form.classes() + images.label(rows[place])] = 1;
    }
    return targets;
  }

  /** Changed training pictures. */
  ImageBatch training(
      ImageData data, ImageBatch.Form form, int[] rows, UniformRandomProvider random) {
    float[] pixels = new float[rows.length * form.size()];
    for (int place = 0; place < rows.length; place++) {
      float[] picture =
          augmentation.apply(data.train().picture(rows[place]), random, data.normalisation());
      putInnermost(picture, form.channels(), pixels, place * form.size());
    }
    float[] targets = smoothed(targets(form, data.train(), rows), form.classes());
    if (mixup > 0) {
      mix(pixels, targets, rows.length, random);
    }
    return new ImageBatch(form, pixels, targets, kept(rows.length, random), 0);
  }

  private float[] smoothed(float[] targets, int classes) {
    if (labelSmoothing > 0) {
      for (int place = 0; place < targets.length; place++) {
        targets[place] = (float) (targets[place] * (1 - labelSmoothing) + labelSmoothing / classes);
      }
    }
    return targets;
  }

  /** Each picture and its target with those of another one of the batch, or its own. */
  private void mix(float[] pixels, float[] targets, int pictures, UniformRandomProvider random) {
    ContinuousSampler gamma = AhrensDieterMarsagliaTsangGammaSampler.of(random, mixup, 1);
    double first = gamma.sample();
    double both = first + gamma.sample();
    // both round to zero where next to nothing is mixed: one picture or the other
    double share = both > 0 ? first / both : random.nextInt(2);
    int[] partners = PermutationSampler.natural(pictures);
    PermutationSampler.shuffle(random, partners);
    mix(pixels, partners, share);
    mix(targets, partners, share);
  }

  private static void mix(float[] rows, int[] partners, double share) {
    float[] before = rows.clone();
    int size = rows.length / partners.length;
    for (int place = 0; place < rows.length; place++) {
      int other = partners[place / size] * size + place % size;
      rows[place] = (float) (share * before[place] + (1 - share) * before[other]);
    }
  }

  private float[] kept(int pictures, UniformRandomProvider random) {
    if (dropout == 0) {
      return new float[0];
    }
    float[] kept = new float[pictures * features];
    Arrays.fill(kept, (float) (1 / (1 - dropout)));
    for (int place = 0; place < kept.length; place++) {
      if (random.nextDouble() < dropout) {
        kept[place] = 0;
      }
    }
    return kept;
  }
}
