package magicbench.harness.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSpace;
import magicbench.harness.supernet.MobileSuperNet;
import magicbench.harness.training.ImageBatch;
import magicbench.harness.training.TinyImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Child models of images that share their beginnings, and the recalibration of these. */
class ImagePathScorerTest {

  private static final int PATHS = 40;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  private MobileSuperNet net(String normalisation) {
    return new MobileSuperNet(
        TinyImages.space(normalisation).space(), TinyImages.SEEDS, manager, DataType.FLOAT32);
  }

  /** Every kernel and layer left out, at first, in the middle and at the end. */
  private static List<Architecture> paths() {
    MobileSpace space = TinyImages.space("batch").space();
    return IntStream.range(0, PATHS)
        .mapToObj(number -> space.draw(TinyImages.SEEDS.randomAt("paths", number)))
        .distinct()
        .toList();
  }

  /** Of different sizes, so that each must count by its images. */
  private static List<ImageBatch> batches(int calibration) {
    return List.of(TinyImages.batch(1, 6, calibration), TinyImages.batch(2, 2, calibration));
  }

  private static double alone(MobileSuperNet net, Architecture path, List<ImageBatch> batches) {
    double sum = 0;
    for (ImageBatch batch : batches) {
      try (NDManager scope = net.newScope()) {
        sum += batch.told() * (double) net.loss(path, batch.arrays(scope)).getFloat();
      }
    }
    return sum / batches.stream().mapToInt(ImageBatch::told).sum();
  }

  @ParameterizedTest
  @CsvSource({"batch, 8", "batch, 0", "group, 0", "group, 8"})
  void scores_all_paths_as_one_by_one(String normalisation, int calibration) {
    try (MobileSuperNet net = net(normalisation)) {
      double[] together = new PathScorer(net).losses(paths(), batches(calibration));
      for (int index = 0; index < together.length; index++) {
        assertThat(together[index])
            .as(paths().get(index).toString())
            .isCloseTo(alone(net, paths().get(index), batches(calibration)), within(1e-5));
      }
      assertThat(together).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_path_s_score_does_not_depend_on_which_others_are_scored() {
    try (MobileSuperNet net = net("batch")) {
      double[] all = new PathScorer(net).losses(paths(), batches(8));

      double[] few =
          new PathScorer(net).losses(List.of(paths().get(7), paths().get(2)), batches(8));

      assertThat(few).containsExactly(all[7], all[2]);
    }
  }

  @Test
  void recalibrated_scores_do_not_depend_on_how_images_are_batched() {
    try (MobileSuperNet net = net("batch")) {
      ImageBatch whole = TinyImages.batch(1, 6, 8);
      double[] together = new PathScorer(net).losses(paths(), List.of(whole));

      double[] apart =
          new PathScorer(net).losses(paths(), List.of(some(whole, 0, 4), some(whole, 4, 6)));

      assertThat(apart).containsExactly(together, within(1e-5));
    }
  }

  private static ImageBatch some(ImageBatch whole, int from, int to) {
    ImageBatch.Form form = whole.form();
    int calibration = whole.calibration() * form.size();
    float[] pixels = new float[calibration + (to - from) * form.size()];
    System.arraycopy(whole.pixels(), 0, pixels, 0, calibration);
    System.arraycopy(
        whole.pixels(),
        calibration + from * form.size(),
        pixels,
        calibration,
        pixels.length - calibration);
    float[] targets = new float[(to - from) * form.classes()];
    System.arraycopy(whole.targets(), from * form.classes(), targets, 0, targets.length);
    return new ImageBatch(form, pixels, targets, new float[0], whole.calibration());
  }

  @Test
  void leaves_no_array_behind() {
    try (MobileSuperNet net = net("batch")) {
      int before = manager.getManagedArrays().size();
      new PathScorer(net).losses(paths(), batches(8));
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }
}
