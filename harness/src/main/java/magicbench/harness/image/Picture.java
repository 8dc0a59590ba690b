package magicbench.harness.image;

/**
 * One picture.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param pixels unsigned bytes, channel by channel, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record Picture(int channels, int height, int width, byte[] pixels) {

  /**
   * Checks that the sizes fit together.
   *
   * @throws IllegalArgumentException when a size is out of range or not that of the pixels
   */
  public Picture {
    PictureSize size = new PictureSize(channels, height, width);
    if (pixels.length != size.values()) {
      throw new IllegalArgumentException(pixels.length + " bytes for a picture of " + size);
    }
  }

  /**
   * How large it is.
   *
   * @return its channels, height and width
   */
  public PictureSize size() {
    return new PictureSize(channels, height, width);
  }

  /**
   * One value.
   *
   * @param channel from 0
   * @param row from 0, the top
   * @param column from 0, the left
   * @return 0 to 255
   * @throws IndexOutOfBoundsException when it lies behind the last pixel
   */
  public int at(int channel, int row, int column) {
    return Byte.toUnsignedInt(pixels[(channel * height + row) * width + column]);
  }
}
