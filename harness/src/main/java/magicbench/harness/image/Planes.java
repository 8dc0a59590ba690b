package magicbench.harness.image;

/**
 * A picture whose values are being changed: numbers from 0 to 255, channel by channel, row by row.
 * Every change makes a new one.
 */
final class Planes {

  private static final float LARGEST = 255;

  /** Luma of red, green and blue (ITU-R BT.601, section 2.5.1). */
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

  private final PictureSize size;
  private final float[] values;

  /** Planes of a size; the array is taken over. */
  Planes(PictureSize size, float[] values) {
    this.size = size;
    this.values = values;
  }

  static Planes of(Picture picture) {
    float[] values = new float[picture.pixels().length];
    for (int place = 0; place < values.length; place++) {
      values[place] = Byte.toUnsignedInt(picture.pixels()[place]);
    }
    return new Planes(picture.size(), values);
  }

  PictureSize size() {
    return size;
  }

  /** The values; not to be written to. */
  float[] values() {
    return values;
  }

  /** The left side on the right. */
  Planes mirrored() {
    float[] mirrored = new float[values.length];
    for (int row = 0; row < values.length; row += size.width()) {
      for (int column = 0; column < size.width(); column++) {
        mirrored[row + column] = values[row + size.width() - 1 - column];
      }
    }
    return new Planes(size, mirrored);
  }

  /**
   * The picture moved, within its size; black where it leaves a gap.
   *
   * @param down rows, negative for up
   * @param right columns, negative for left
   */
  Planes moved(int down, int right) {
    float[] moved = new float[values.length];
    int width = size.width() - Math.abs(right);
    int height = size.height() - Math.abs(down);
    for (int channel = 0; channel < size.channels() && width > 0; channel++) {
      int first = channel * size.pixels();
      for (int row = 0; row < height; row++) {
        int from = first + (row + Math.max(0, -down)) * size.width() + Math.max(0, -right);
        int to = first + (row + Math.max(0, down)) * size.width() + Math.max(0, right);
        System.arraycopy(values, from, moved, to, width);
      }
    }
    return new Planes(size, moved);
  }

  /** Every value brought nearer to a common one, or further from it, and cut to 0 to 255. */
  Planes stretched(double factor, double centre) {
    float[] stretched = new float[values.length];
    for (int place = 0; place < values.length; place++) {
      stretched[place] = stretched(values[place], factor, centre);
    }
    return new Planes(size, stretched);
  }

  private static float stretched(float value, double factor, double centre) {
    return Math.max(0, Math.min(LARGEST, (float) (centre + factor * (value - centre))));
  }

  /** Every colour brought nearer to its pixel's grey, or further from it. */
  Planes saturated(double factor) {
    float[] saturated = new float[values.length];
    for (int pixel = 0; pixel < size.pixels(); pixel++) {
      float grey = grey(pixel);
      for (int place = pixel; place < values.length; place += size.pixels()) {
        saturated[place] = stretched(values[place], factor, grey);
      }
    }
    return new Planes(size, saturated);
  }

  /** How bright the picture is: the mean of its pixels' greys. */
  double brightness() {
    double sum = 0;
    for (int pixel = 0; pixel < size.pixels(); pixel++) {
      sum += grey(pixel);
    }
    return sum / size.pixels();
  }

  boolean hasColours() {
    return size.channels() == LUMA.length;
  }

  private float grey(int pixel) {
    if (!hasColours()) {
      return values[pixel];
    }
    float grey = 0;
    for (int channel = 0; channel < LUMA.length; channel++) {
      grey += LUMA[channel] * values[channel * size.pixels() + pixel];
    }
    return grey;
  }
}
