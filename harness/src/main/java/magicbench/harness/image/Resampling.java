package magicbench.harness.image;

/** Brings a part of a picture to another size: first its rows to the width, then the columns. */
final class Resampling {

  private final Picture picture;
  private final Stretch down;
  private final Stretch across;
  private final int firstRow;

  private Resampling(Picture picture, Stretch down, Stretch across) {
    this.picture = picture;
    this.down = down;
    this.across = across;
    this.firstRow = down.first(0);
  }

  /**
   * Resizes.
   *
   * @param picture the picture
   * @param down how its rows are
   * @param across how its columns are
   * @return planes of as many rows and columns as are wanted
   */
  static Planes resize(Picture picture, Stretch down, Stretch across) {
    return new Resampling(picture, down, across).resize();
  }

  private Planes resize() {
    PictureSize size = new PictureSize(picture.channels(), down.targets(), across.targets());
    float[] values = new float[size.values()];
    for (int channel = 0; channel < size.channels(); channel++) {
      addRows(narrowed(channel), values, channel * size.pixels());
    }
    return new Planes(size, values);
  }

  private int rows() {
    int wanted = down.targets() - 1;
    return down.first(wanted) + down.weights(wanted).length - firstRow;
  }

  /** The rows that count, brought to the width. */
  private float[] narrowed(int channel) {
    int width = across.targets();
    int rows = rows();
    float[] narrowed = new float[rows * width];
    for (int column = 0; column < width; column++) {
      int first = across.first(column);
      float[] weights = across.weights(column);
      for (int row = 0; row < rows; row++) {
        narrowed[row * width + column] = sum(channel, firstRow + row, first, weights);
      }
    }
    return narrowed;
  }

  private float sum(int channel, int row, int first, float[] weights) {
    int from = (channel * picture.height() + row) * picture.width() + first;
    float sum = 0;
    for (int place = 0; place < weights.length; place++) {
      sum += weights[place] * Byte.toUnsignedInt(picture.pixels()[from + place]);
    }
    return sum;
  }

  private void addRows(float[] narrowed, float[] into, int offset) {
    int width = across.targets();
    for (int row = 0; row < down.targets(); row++) {
      float[] weights = down.weights(row);
      for (int place = 0; place < weights.length; place++) {
        int from = (down.first(row) - firstRow + place) * width;
        addRow(narrowed, from, weights[place], into, offset + row * width);
      }
    }
  }

  private void addRow(float[] narrowed, int from, float weight, float[] into, int to) {
    for (int column = 0; column < across.targets(); column++) {
      into[to + column] += weight * narrowed[from + column];
    }
  }
}
