package magicbench.harness.image;

import java.util.OptionalInt;

/**
 * How a camera held the picture that it stored: Exif's tag 0x0112, which says on which sides the
 * first row and the first column belong.
 *
 * @param value 1 to 8; 1 for upright
 */
record Orientation(int value) {

  /** The first row on top, the first column on the left. */
  static final Orientation UPRIGHT = new Orientation(1);

  private static final int MOST = 8;

  /** What a file says; what is no orientation is taken for upright, as viewers do. */
  static Orientation of(OptionalInt value) {
    return value.isPresent() && value.getAsInt() >= 1 && value.getAsInt() <= MOST
        ? new Orientation(value.getAsInt())
        : UPRIGHT;
  }

  /** Whether the stored rows are shown as columns. */
  private boolean transposes() {
    return value >= 5;
  }

  /** Whether the last stored row comes first. */
  private boolean flipsRows() {
    return value == 3 || value == 4 || value == 6 || value == 7;
  }

  /** Whether the last stored column comes first. */
  private boolean flipsColumns() {
    return value == 2 || value == 3 || value == 7 || value == 8;
  }

  boolean isUpright() {
    return value == 1;
  }

  /**
   * Puts a stored picture upright.
   *
   * @param stored as it is in the file
   * @return as it is meant to be seen; the same where it is upright already
   */
  Picture upright(Picture stored) {
    if (isUpright()) {
      return stored;
    }
    int height = transposes() ? stored.width() : stored.height();
    int width = transposes() ? stored.height() : stored.width();
    byte[] pixels = new byte[stored.pixels().length];
    for (int place = 0; place < pixels.length; place++) {
      int row = place / width % height;
      pixels[place] = at(stored, place / width / height, row, place % width);
    }
    return new Picture(stored.channels(), height, width, pixels);
  }

  private byte at(Picture stored, int channel, int row, int column) {
    int down = transposes() ? column : row;
    int across = transposes() ? row : column;
    return (byte)
        stored.at(
            channel,
            flipsRows() ? stored.height() - 1 - down : down,
            flipsColumns() ? stored.width() - 1 - across : across);
  }
}
