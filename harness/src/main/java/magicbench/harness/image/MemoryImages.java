package magicbench.harness.image;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Labelled pictures of one size, all in memory. */
public final class MemoryImages implements ImageSet {

  private final PictureSize pictureSize;
  private final byte[] pixels;
  private final short[] labels;
  private final List<String> classNames;

  /**
   * Pictures in memory. The arrays are taken over, not copied.
   *
   * @param pictureSize the size of each picture
   * @param pixels unsigned bytes, picture by picture, channel by channel, row by row
   * @param labels the class of each picture, from 0; at least one
   * @param classNames what the classes are called
   * @throws IllegalArgumentException when the arrays don't fit together, or a label has no name
   */
  public MemoryImages(
      PictureSize pictureSize, byte[] pixels, short[] labels, List<String> classNames) {
    if (labels.length == 0 || pixels.length != (long) labels.length * pictureSize.values()) {
      throw new IllegalArgumentException(
          pixels.length + " bytes for " + labels.length + " pictures of " + pictureSize);
    }
    this.pictureSize = pictureSize;
    this.pixels = pixels;
    this.labels = labels;
    this.classNames = List.copyOf(classNames);
    for (int index = 0; index < labels.length; index++) {
      requireClass(index);
    }
  }

  private void requireClass(int index) {
    if (labels[index] < 0 || labels[index] >= classNames.size()) {
      throw new IllegalArgumentException(
          "label " + index + " is " + labels[index] + " of " + classNames.size() + " classes");
    }
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int classes() {
    return classNames.size();
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  /**
   * The size of each picture.
   *
   * @return channels, height and width
   */
  public PictureSize pictureSize() {
    return pictureSize;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public Picture picture(int index) {
    int from = Objects.checkIndex(index, labels.length) * pictureSize.values();
    return new Picture(
        pictureSize.channels(),
        pictureSize.height(),
        pictureSize.width(),
        Arrays.copyOfRange(pixels, from, from + pictureSize.values()));
  }

  /**
   * Some of the pictures, with the same classes.
   *
   * @param indices their numbers, at least one; one may be named twice
   * @return copies of the pictures, in that order
   * @throws IndexOutOfBoundsException when there is no such picture
   */
  @Override
  public MemoryImages subset(int[] indices) {
    int values = pictureSize.values();
    byte[] chosen = new byte[Math.multiplyExact(indices.length, values)];
    short[] theirs = new short[indices.length];
    for (int place = 0; place < indices.length; place++) {
      int from = Objects.checkIndex(indices[place], labels.length) * values;
      System.arraycopy(pixels, from, chosen, place * values, values);
      theirs[place] = labels[indices[place]];
    }
    return new MemoryImages(pictureSize, chosen, theirs, classNames);
  }
}
