package magicbench.harness.image;

/**
 * How large a picture is.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height rows of pixels, at least 1
 * @param width columns of pixels, at least 1
 */
public record PictureSize(int channels, int height, int width) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException when one is out of range, or no array holds so many values
   */
  public PictureSize {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels is " + channels + "; it must be 1 or 3");
    }
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a picture of " + height + " × " + width + "; each side must be at least 1");
    }
    if ((long) height * width > Integer.MAX_VALUE / channels) {
      throw new IllegalArgumentException(
          "a picture of " + height + " × " + width + " is more than an array holds");
    }
  }

  /**
   * How many pixels one channel has.
   *
   * @return height × width
   */
  public int pixels() {
    return height * width;
  }

  /**
   * How many values a picture has.
   *
   * @return channels × height × width
   */
  public int values() {
    return channels * pixels();
  }

  @Override
  public String toString() {
    return channels + " × " + height + " × " + width;
  }
}
