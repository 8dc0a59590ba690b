package magicbench.harness.image;

/**
 * A picture out of a file, and what was done to it.
 *
 * @param picture upright, three channels
 * @param components how many values a pixel of the file has: 1 for grey, 4 for printing inks
 * @param rotated whether the file was to be turned or mirrored
 */
record DecodedPicture(Picture picture, int components, boolean rotated) {

  private static final int INKS = 4;

  boolean isGreyscale() {
    return components == 1;
  }

  boolean isCmyk() {
    return components == INKS;
  }
}
