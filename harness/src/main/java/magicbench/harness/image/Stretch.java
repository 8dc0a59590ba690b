package magicbench.harness.image;

/**
 * How one axis of a part of a picture is brought to another length, by linear interpolation.
 *
 * <p>Where the picture shrinks, a target averages over all that it covers, weighted by nearness, so
 * that fine patterns don't turn into coarse ones; this is what PIL calls bilinear.
 *
 * @param from the part's first place in the picture
 * @param length how long the part is, at least 1
 * @param target how long it is to become, at least 1
 * @param firstTarget the first target place that is wanted, from 0
 * @param targets how many are wanted
 */
record Stretch(int from, int length, int target, int firstTarget, int targets) {

  Stretch {
    if (from < 0
        || length < 1
        || firstTarget < 0
        || targets < 1
        || firstTarget + targets > target) {
      throw new IllegalArgumentException(
          length + " places from " + from + " to " + targets + " of " + target);
    }
  }

  /** The whole part is wanted. */
  static Stretch whole(int from, int length, int target) {
    return new Stretch(from, length, target, 0, target);
  }

  /** How far from a target's centre places count: one place, or one target where it shrinks. */
  private double reach() {
    return Math.max(1, (double) length / target);
  }

  /** A target's centre, in places of the part. */
  private double centre(int wanted) {
    return (firstTarget + wanted + 0.5) * length / target;
  }

  /** The first place of the picture that counts for a wanted target. */
  int first(int wanted) {
    return from + Math.max(0, (int) Math.floor(centre(wanted) - reach() + 0.5));
  }

  /**
   * What the places from {@link #first} on count for a wanted target.
   *
   * @return weights that add up to 1
   */
  float[] weights(int wanted) {
    int first = first(wanted) - from;
    int last = Math.min(length - 1, (int) Math.ceil(centre(wanted) + reach() - 0.5));
    double[] weights = new double[last - first + 1];
    double sum = 0;
    for (int place = 0; place < weights.length; place++) {
      double distance = Math.abs(first + place + 0.5 - centre(wanted));
      weights[place] = Math.max(0, 1 - distance / reach());
      sum += weights[place];
    }
    float[] shares = new float[weights.length];
    for (int place = 0; place < shares.length; place++) {
      shares[place] = (float) (weights[place] / sum);
    }
    return shares;
  }
}
