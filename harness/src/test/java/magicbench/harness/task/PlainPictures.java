package magicbench.harness.task;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.harness.image.Augmentation;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.MemoryImages;
import magicbench.harness.image.Normalisation;
import magicbench.harness.image.PictureSize;
import magicbench.harness.training.ImageBatch;

/** Pictures of one brightness, by which they can be told apart in a batch. */
final class PlainPictures {

  static final int SIDE = 8;
  static final int HELD_OUT = 100;
  static final int TEST = 200;
  static final int FEATURES = 6;

  private static final int CLASSES = 3;
  private static final int BRIGHTEST = 255;

  private PlainPictures() {}

  /** Grey pictures: training ones from 0, held-out ones from 100, those of the test from 200. */
  static ImageData data(int train, int heldOut, int test) {
    return data(range(0, train), range(HELD_OUT, heldOut), range(TEST, test));
  }

  static ImageData data(MemoryImages train, MemoryImages heldOut, MemoryImages test) {
    return new ImageData(train, heldOut, test, unchanged(1), List.of(), 0);
  }

  /** Leaves values as they are, in 0 to 1. */
  static Normalisation unchanged(int channels) {
    return new Normalisation(
        Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
  }

  static MemoryImages range(int first, int count) {
    return of(CLASSES, IntStream.range(first, first + count).toArray());
  }

  /** One picture for each brightness, of class brightness mod classes. */
  static MemoryImages of(int classes, int... brightness) {
    PictureSize size = new PictureSize(1, SIDE, SIDE);
    byte[] pixels = new byte[brightness.length * size.values()];
    short[] labels = new short[brightness.length];
    for (int place = 0; place < brightness.length; place++) {
      int from = place * size.values();
      Arrays.fill(pixels, from, from + size.values(), (byte) brightness[place]);
      labels[place] = (short) (brightness[place] % classes);
    }
    List<String> names = IntStream.range(0, classes).mapToObj(name -> "class " + name).toList();
    return new MemoryImages(size, pixels, labels, names);
  }

  static ImageRecipe recipe(int batch, int scoredBatch, int calibration) {
    return recipe(batch, scoredBatch, calibration, Augmentation.none());
  }

  static ImageRecipe recipe(int batch, int scoredBatch, int calibration, Augmentation augmented) {
    return new ImageRecipe(batch, scoredBatch, calibration, augmented, 0, 0, 0, FEATURES);
  }

  /** Changes pictures in every way that leaves a part of them as bright as it was. */
  static Augmentation moving() {
    return new Augmentation(2, Optional.empty(), true, Optional.empty());
  }

  /** The brightness of the pictures that are told, in order: of their middle. */
  static List<Integer> told(ImageBatch batch) {
    return brightness(batch).subList(batch.calibration(), batch.calibration() + batch.told());
  }

  /** The brightness of the calibration pictures, in order. */
  static List<Integer> calibration(ImageBatch batch) {
    return brightness(batch).subList(0, batch.calibration());
  }

  private static List<Integer> brightness(ImageBatch batch) {
    int size = batch.form().size();
    int middle = SIDE / 2 * SIDE + SIDE / 2;
    return IntStream.range(0, batch.pixels().length / size)
        .mapToObj(image -> Math.round(BRIGHTEST * batch.pixels()[image * size + middle]))
        .toList();
  }
}
