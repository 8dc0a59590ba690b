package magicbench.harness.image;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random changes of a picture's colours, in this order. Each draws a factor evenly from 1 −
 * strength to 1 + strength: brightness multiplies every value, contrast the distance from the
 * picture's mean grey, saturation the distance from each pixel's grey. Grey pictures have no
 * saturation to change.
 *
 * @param brightness strength, 0 for none, to 1
 * @param contrast strength, 0 for none, to 1
 * @param saturation strength, 0 for none, to 1
 */
public record ColourJitter(double brightness, double contrast, double saturation) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public ColourJitter {
    Ranges.require("brightness", brightness, 0, 1);
    Ranges.require("contrast", contrast, 0, 1);
    Ranges.require("saturation", saturation, 0, 1);
  }

  Planes apply(Planes picture, UniformRandomProvider random) {
    Planes changed = picture;
    if (brightness > 0) {
      changed = changed.stretched(factor(brightness, random), 0);
    }
    if (contrast > 0) {
      changed = changed.stretched(factor(contrast, random), changed.brightness());
    }
    if (saturation > 0 && changed.hasColours()) {
      changed = changed.saturated(factor(saturation, random));
    }
    return changed;
  }

  private static double factor(double strength, UniformRandomProvider random) {
    return 1 + strength * (2 * random.nextDouble() - 1);
  }
}
