package magicbench.harness.training;

import java.util.List;
import magicbench.harness.space.MobileSettings;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Tiny images that can be told apart: each class is bright in a part of its own. */
public final class TinyImages {

  /** Where everything random comes from. */
  public static final Seeds SEEDS = new Seeds(7);

  /** A small image's measures. */
  public static final ImageBatch.Form FORM = new ImageBatch.Form(1, 8, 3);

  private TinyImages() {}

  /** A space of four layers. */
  public static MobileSettings space(String normalisation) {
    return new MobileSettings(
        8,
        1,
        3,
        4,
        2,
        3,
        List.of(new MobileSettings.Stage(2, 4, 1), new MobileSettings.Stage(2, 6, 2)),
        List.of(3, 5),
        List.of(2, 3),
        true,
        10,
        normalisation);
  }

  /** By which a super-net learns to tell them apart in some hundred steps of 16 images. */
  public static TrainingSettings learning(long steps) {
    return new TrainingSettings(steps, 16, 0.03, 10, Decay.COSINE, 0.01, 5, 0.9, 0.99, 1e-8, 0, 0);
  }

  /** A space of four layers that lists its operators, a projection among them, with ReLU. */
  public static MobileSettings listed(String normalisation) {
    return new MobileSettings(
        8,
        1,
        3,
        4,
        2,
        3,
        List.of(new MobileSettings.Stage(2, 4, 1), new MobileSettings.Stage(2, 6, 2)),
        List.of(),
        List.of(),
        false,
        10,
        normalisation,
        List.of("skip", "project", "k3e2", "k5e3"),
        "relu");
  }

  /** A batch of so many images, the same for the same number. */
  public static ImageBatch batch(long number, int told, int calibration) {
    UniformRandomProvider random = SEEDS.randomAt("images", number);
    float[] pixels = new float[(calibration + told) * FORM.size()];
    float[] targets = new float[told * FORM.classes()];
    for (int image = 0; image < calibration + told; image++) {
      int kind = random.nextInt(FORM.classes());
      for (int pixel = 0; pixel < FORM.size(); pixel++) {
        boolean bright = pixel * FORM.classes() / FORM.size() == kind;
        pixels[image * FORM.size() + pixel] = random.nextFloat() + (bright ? 1 : -0.5f);
      }
      if (image >= calibration) {
        targets[(image - calibration) * FORM.classes() + kind] = 1;
      }
    }
    return new ImageBatch(FORM, pixels, targets, new float[0], calibration);
  }
}
