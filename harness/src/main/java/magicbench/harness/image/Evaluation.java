package magicbench.harness.image;

/**
 * How a picture is seen when it is scored: the same each time. It is resized so that its shorter
 * side has a length, and a square is cut out of the middle.
 *
 * @param shorterSide what the shorter side is brought to, in pixels, {@code side} to 4,096; 0 to
 *     leave the picture as it is
 * @param side height and width of the square, at least 1; 0 to leave the picture as it is
 */
public record Evaluation(int shorterSide, int side) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public Evaluation {
    Ranges.require("shorterSide", shorterSide, 0, ResizedCrop.LONGEST_SIDE);
    Ranges.require("side", side, Math.min(1, shorterSide), shorterSide);
  }

  /**
   * Pictures as they are.
   *
   * @return a view that only normalises
   */
  public static Evaluation asIs() {
    return new Evaluation(0, 0);
  }

  /**
   * Resizes, cuts and normalises a picture.
   *
   * @param picture the picture
   * @param normalisation as many means as the picture has channels
   * @return channel by channel, row by row, of channels × side × side
   * @throws IllegalArgumentException when the number of channels is another
   */
  public float[] apply(Picture picture, Normalisation normalisation) {
    return normalisation.apply(seen(picture));
  }

  Planes seen(Picture picture) {
    return side == 0
        ? Planes.of(picture)
        : Resampling.resize(
            picture, middle(picture.height(), picture), middle(picture.width(), picture));
  }

  private Stretch middle(int length, Picture picture) {
    int shorter = Math.min(picture.height(), picture.width());
    int target = (int) ((long) shorterSide * length / shorter);
    return new Stretch(0, length, target, (target - side) / 2, side);
  }
}
