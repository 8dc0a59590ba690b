package magicbench.harness.image;

import java.util.List;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Pictures that the build draws itself, so that every part runs where no data set is: a bright
 * shape of a random place, size and strength on a noisy ground, to be told by its kind. They are no
 * benchmark, and no result on them is one of a data set's.
 */
public final class DrawnImages {

  /** What a settings file calls them. */
  public static final String NAME = "drawn";

  private static final List<String> KINDS = List.of("bar", "column", "square", "ring", "slope");
  private static final int DARKEST_SHAPE = 110;
  private static final int SHAPE_RANGE = 120;
  private static final int NOISE_RANGE = 90;

  private DrawnImages() {}

  /**
   * Draws pictures in the order of their numbers, the kinds by turns.
   *
   * @param side pixels of a side, at least 8
   * @param count how many, at least 1
   * @param seeds where everything random comes from (stream {@code drawn})
   * @return grey pictures
   */
  public static MemoryImages of(int side, int count, Seeds seeds) {
    byte[] pixels = new byte[Math.multiplyExact(count, side * side)];
    short[] labels = new short[count];
    for (int number = 0; number < count; number++) {
      labels[number] = (short) (number % KINDS.size());
      draw(pixels, number * side * side, side, labels[number], seeds.randomAt(NAME, number));
    }
    return new MemoryImages(new PictureSize(1, side, side), pixels, labels, KINDS);
  }

  private static void draw(
      byte[] pixels, int first, int side, int kind, UniformRandomProvider random) {
    int length = side / 2 + random.nextInt(side / 4);
    int top = random.nextInt(side - length);
    int left = random.nextInt(side - length);
    int bright = DARKEST_SHAPE + random.nextInt(SHAPE_RANGE);
    for (int place = 0; place < side * side; place++) {
      int row = place / side - top;
      int column = place % side - left;
      boolean inside = row >= 0 && row < length && column >= 0 && column < length;
      int ground = random.nextInt(NOISE_RANGE);
      boolean lit = inside && isLit(kind, row, column, length);
      pixels[first + place] = (byte) (lit ? Math.max(ground, bright) : ground);
    }
  }

  private static boolean isLit(int kind, int row, int column, int length) {
    int middle = length / 2;
    int edge = Math.min(Math.min(row, column), Math.min(length - 1 - row, length - 1 - column));
    return switch (kind) {
      case 0 -> Math.abs(row - middle) <= 1;
      case 1 -> Math.abs(column - middle) <= 1;
      case 2 -> true;
      case 3 -> edge <= Math.min(1, length / 6); // a wider one would fill a small square
      default -> Math.abs(row - column) <= 1;
    };
  }
}
