package magicbench.harness.image;

import java.util.Arrays;
import java.util.Collections;
import magicbench.results.plan.Seeds;

/** Pictures for tests. */
final class Pictures {

  private Pictures() {}

  static Picture constant(PictureSize size, int value) {
    byte[] pixels = new byte[size.values()];
    Arrays.fill(pixels, (byte) value);
    return new Picture(size.channels(), size.height(), size.width(), pixels);
  }

  static Picture random(PictureSize size, long seed) {
    byte[] pixels = new byte[size.values()];
    new Seeds(seed).random("picture").nextBytes(pixels);
    return new Picture(size.channels(), size.height(), size.width(), pixels);
  }

  /** Grey, row by row. */
  static Picture grey(int height, int width, int... values) {
    byte[] pixels = new byte[values.length];
    for (int place = 0; place < values.length; place++) {
      pixels[place] = (byte) values[place];
    }
    return new Picture(1, height, width, pixels);
  }

  /** Leaves values as they are, in 0 to 1. */
  static Normalisation plain(int channels) {
    return new Normalisation(
        Collections.nCopies(channels, 0.0), Collections.nCopies(channels, 1.0));
  }
}
